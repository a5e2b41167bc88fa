#!/bin/sh
# Makes lib/intertwine.jsa, the archive of loaded classes that lets the command start faster.
# usage: archive.sh HOME TRAINING WORK, with JAVA_HOME set: runs every command of TRAINING/commands.txt in a copy of
# TRAINING under WORK, and archives the classes that they load. The commands may fail; their output goes to WORK.
set -eu

home=$1
training=$2
work=$3

rm -rf "$work"
mkdir -p "$work"
cp -R "$training"/. "$work"
cd "$work"

number=0
while read -r line || [ -n "$line" ]; do
    case $line in
        '' | '#'*) continue ;;
    esac
    number=$((number + 1))
    # A command is split at blanks on purpose.
    # shellcheck disable=SC2086
    INTERTWINE_OPTS="-XX:DumpLoadedClassList=$number.classes" sh "$home/bin/intertwine" $line \
        >"$number.out" 2>"$number.err" </dev/null || true
done <commands.txt

# Each class once, by its name: the numbers of one list mean nothing in another, and classes that need them are few.
cat ./*.classes | awk '/ source: / { next } { sub(/ id: [0-9]+$/, "") } !seen[$0]++' >classes.txt
INTERTWINE_OPTS="-Xshare:dump -XX:SharedClassListFile=$work/classes.txt -XX:SharedArchiveFile=$work/intertwine.jsa" \
    sh "$home/bin/intertwine" >dump.out 2>dump.err

# A broken archive can kill a JVM: only one that has carried a run is handed over, and in one step.
status=0
INTERTWINE_OPTS="-XX:SharedArchiveFile=$work/intertwine.jsa" sh "$home/bin/intertwine" --help >try.out 2>try.err || status=$?
[ "$status" -lt 128 ]
mv -f "$work/intertwine.jsa" "$home/lib/intertwine.jsa"
