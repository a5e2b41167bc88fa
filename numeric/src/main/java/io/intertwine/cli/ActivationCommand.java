package io.intertwine.cli;

import io.intertwine.activation.Activation;
import io.intertwine.activation.FactsText;
import io.intertwine.activation.StoredFacts;
import io.intertwine.derive.DerivedFacts;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.find.IntertwinerSearch;
import io.intertwine.find.RelationProof;
import io.intertwine.io.ActivationCertificate;
import io.intertwine.io.CertificateFormat;
import io.intertwine.io.FormatException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code intertwine activation}: intertwiner groups and relations of an activation, with their derivation. */
final class ActivationCommand implements Command {
    private static final String MATRIX = "--matrix";
    private static final String LATEX = "--latex";
    private static final String CERTIFICATE = "--certificate";

    @Override
    public CommandSpec spec() {
        return Parameters.command(
                        "activation", "Derives the intertwiner groups and the relations of an activation function.")
                .addPositional(Parameters.required(
                        0, "EXPRESSION", "A name (tanh, power:3, leaky_relu:1/100) or a formula ('x^3 + x^2')."))
                .addOption(Parameters.option(
                        String.class,
                        "A",
                        "Is this matrix an intertwiner? A file, or inline: '[[\"1\", \"0\"], [\"0\", \"-1\"]]'.",
                        MATRIX))
                .addOption(Parameters.option(
                        String.class,
                        "FILE",
                        "Write the certificate of the relations, or of the answer about the matrix.",
                        CERTIFICATE))
                .addOption(Parameters.seed("the random points that are tried"))
                .addOption(OptionSpec.builder(LATEX)
                        .type(boolean.class)
                        .arity("0")
                        .description("Print the result as a fragment of LaTeX.")
                        .build())
                .addOption(Parameters.json());
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws FormatException {
        if (arguments.hasMatchedOption(LATEX) && Parameters.isJson(arguments)) {
            throw Parameters.wrong(arguments, "Give " + LATEX + " or --json, not both");
        }
        String file = Parameters.text(arguments, CERTIFICATE);
        List<OutputFile> output = file.isEmpty() ? List.of() : List.of(OutputFile.at(file));
        String matrixText = Parameters.text(arguments, MATRIX);
        Activation activation = InputActivations.activation(Parameters.text(arguments, 0));
        List<ExactMatrix> matrices = matrixText.isEmpty() ? List.of() : List.of(InputActivations.matrix(matrixText));
        requireOther(output, matrixText, arguments);
        long seed = Parameters.seed(arguments);
        FactsText facts = facts(activation);
        ActivationView view = new ActivationView(
                activation,
                facts.facts(),
                facts.equation(),
                matrices.stream()
                        .map(matrix -> IntertwinerSearch.of(activation, matrix, seed))
                        .toList());
        for (OutputFile certificate : output) {
            write(view, certificate, terminal);
        }
        tell(view, arguments, terminal);
        return view.exitCode();
    }

    /** What is stored, so that nothing is derived for activations with a name; else what is derived. */
    private static FactsText facts(Activation activation) {
        return StoredFacts.find(activation).orElseGet(() -> DerivedFacts.of(activation.expression()));
    }

    private static void requireOther(List<OutputFile> output, String matrix, ParseResult arguments)
            throws FormatException {
        if (output.isEmpty() || matrix.isEmpty() || InputActivations.isInline(matrix)) {
            return;
        }
        if (output.get(0).isSameAs(new OutputFile(InputFiles.path(matrix)))) {
            throw Parameters.wrong(arguments, matrix + " is named twice: the certificate would replace the matrix");
        }
    }

    private static void tell(ActivationView view, ParseResult arguments, Terminal terminal) {
        if (Parameters.isJson(arguments)) {
            JsonOutput.print(terminal.out(), ActivationJson.of(view));
        } else if (arguments.hasMatchedOption(LATEX)) {
            ActivationLatex.lines(view).forEach(terminal::print);
        } else {
            ActivationText.print(view, terminal);
        }
    }

    private static void write(ActivationView view, OutputFile file, Terminal terminal) throws FormatException {
        Optional<ActivationView.Proof> proof = view.matrix().isEmpty()
                ? RelationProof.of(view.activation(), view.facts())
                        .map(found -> new ActivationView.Proof(found.claim(), found.certificate()))
                : view.matrixProof();
        if (proof.isEmpty()) {
            terminal.remark("no certificate was written: "
                    + (view.matrix().isEmpty()
                            ? "there is no relation to prove"
                            : "nothing was proved about the matrix"));
            return;
        }
        ActivationCertificate certificate =
                ActivationCertificate.of(proof.get().claim(), proof.get().certificate());
        file.attempt(() -> CertificateFormat.write(certificate, file.path()));
    }
}
