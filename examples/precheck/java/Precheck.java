// Hỏi tthclint về một tệp PDF trước khi tải lên. Asks tthclint about one PDF before it is uploaded.
//
//   javac Precheck.java Json.java
//   java Precheck ket-qua.pdf --procedure 1.000894
//   java Precheck - --name "Kết quả.pdf" --procedure 1.000894 < ket-qua.pdf
//
// What follows the file goes to tthclint lint as it is. The exit code is that of tthclint:
// 0 may be uploaded, 1 has errors, 2 could not be run, 3 not everything was checked.
// TTHCLINT is the command (default tthclint), TTHCLINT_SECONDS how long it may take (default 120).
// The JDK reads no JSON: use the library that your project has in place of Json.java.
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

public final class Precheck {
    /** The report is null where tthclint could not run; standard error then says why. */
    record Answer(int code, Map<?, ?> report) {}

    /** Runs tthclint; input is what it reads as "-", such as Redirect.from(uploadedFile). */
    static Answer check(String file, Redirect input, List<String> flags, long seconds)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(setting("TTHCLINT", "tthclint"), "lint", "--format", "json"));
        command.addAll(flags);
        command.addAll(List.of("--", file));
        Path output = Files.createTempFile("tthclint", ".json"); // a file never fills up as a pipe does
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(input).redirectOutput(output.toFile()).redirectError(Redirect.INHERIT).start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                err.println("tthclint: quá " + seconds + " giây, chưa kiểm tra được");
                return new Answer(3, null);
            }
            String json = Files.readString(output, StandardCharsets.UTF_8);
            return new Answer(process.exitValue(), json.isEmpty() ? null : (Map<?, ?>) Json.parse(json));
        } finally {
            Files.delete(output);
        }
    }

    private static final PrintStream out = utf8(FileDescriptor.out);
    private static final PrintStream err = utf8(FileDescriptor.err);

    public static void main(String[] args) throws InterruptedException {
        if (args.length == 0) {
            err.println("cách dùng: java Precheck TỆP.pdf|- [tùy chọn của tthclint lint]");
            System.exit(2);
        }
        Answer answer;
        try {
            answer = check(args[0], Redirect.INHERIT, Arrays.asList(args).subList(1, args.length),
                    Long.parseLong(setting("TTHCLINT_SECONDS", "120")));
        } catch (IOException e) { // there is no such command
            err.println("tthclint: " + e.getMessage());
            answer = new Answer(2, null);
        }
        if (answer.report() != null) {
            print(answer.report());
        }
        System.exit(answer.code());
    }

    private static void print(Map<?, ?> report) {
        for (Map<?, ?> result : list(report, "results")) {
            out.println("kết luận: " + result.get("verdict")); // accepted, rejected, undetermined
            for (Map<?, ?> f : list(result, "findings")) {
                out.println(f.get("severity") + " " + f.get("rule") + ": " + f.get("message") + " " + f.get("remedy"));
            }
            // What could not be checked is never to be taken for what is in order.
            list(result, "outcomes").stream()
                    .filter(o -> o.get("after").equals("") && List.of("not-checked", "failed").contains(o.get("state")))
                    .map(o -> o.get("because")).distinct()
                    .forEach(because -> out.println("chưa kiểm tra được: " + because));
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> list(Map<?, ?> object, String key) {
        return (List<Map<?, ?>>) object.get(key);
    }

    private static String setting(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    private static PrintStream utf8(FileDescriptor fd) {
        return new PrintStream(new FileOutputStream(fd), true, StandardCharsets.UTF_8);
    }
}
