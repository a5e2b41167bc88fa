@echo off
rem Starts the intertwine command. Needs Java 17 or newer: from JAVA_HOME, else the first java on the PATH.
rem INTERTWINE_OPTS holds further options for the JVM, such as -Xmx8g.
setlocal
set "HOME_DIR=%~dp0.."
if defined JAVA_HOME (
    set "JAVA=%JAVA_HOME%\bin\java.exe"
    if not exist "%JAVA_HOME%\bin\java.exe" (
        echo intertwine: JAVA_HOME is "%JAVA_HOME%", but there is no bin\java.exe in it. Point it to a Java 17 or newer.>&2
        exit /b 70
    )
) else (
    set "JAVA=java"
    where java >nul 2>nul
    if errorlevel 1 (
        echo intertwine: no Java found. Install Java 17 or newer, and set JAVA_HOME or put java on the PATH.>&2
        exit /b 70
    )
)
"%JAVA%" -Xlog:disable -Xshare:auto -XX:SharedArchiveFile="%HOME_DIR%\lib\intertwine.jsa" -XX:+UseParallelGC -XX:MaxRAMPercentage=70 %INTERTWINE_OPTS% -cp "%HOME_DIR%\lib\@main.jar@" io.intertwine.cli.Intertwine %*
exit /b %ERRORLEVEL%
