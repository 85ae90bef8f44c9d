// Hỏi tthclint về một tệp PDF trước khi tải lên. Asks tthclint about one PDF before it is uploaded.
//
//   mcs -r:System.Runtime.Serialization.dll Precheck.cs
//   mono Precheck.exe ket-qua.pdf --procedure 1.000894
//   mono Precheck.exe - --name "Kết quả.pdf" --procedure 1.000894 < ket-qua.pdf
//
// What follows the file goes to tthclint lint as it is. The exit code is that of tthclint:
// 0 may be uploaded, 1 has errors, 2 could not be run, 3 not everything was checked.
// TTHCLINT is the command (default tthclint), TTHCLINT_SECONDS how long it may take (default 120).
// Tested with Mono; .NET Framework and .NET have the same classes.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Threading.Tasks;

[DataContract] class Report {
    [DataMember(Name = "results")] public List<Result> Results;
}

[DataContract] class Result {
    [DataMember(Name = "verdict")] public string Verdict; // accepted, rejected, undetermined
    [DataMember(Name = "findings")] public List<Finding> Findings;
    [DataMember(Name = "outcomes")] public List<Outcome> Outcomes;
}

[DataContract] class Finding {
    [DataMember(Name = "rule")] public string Rule;
    [DataMember(Name = "severity")] public string Severity; // error, warning, info
    [DataMember(Name = "message")] public string Message;
    [DataMember(Name = "remedy")] public string Remedy;
}

[DataContract] class Outcome {
    [DataMember(Name = "state")] public string State;
    [DataMember(Name = "because")] public string Because;
    [DataMember(Name = "after")] public string After; // the finding because of which the rule was not asked

    // A thing that could not be checked is never to be taken for one that is in order.
    public bool Open { get { return After == "" && (State == "not-checked" || State == "failed"); } }
}

static class Precheck {
    // Check runs tthclint; the report is null where it could not run, which standard error then explains.
    static int Check(string file, Stream pdf, IEnumerable<string> flags, TimeSpan patience, out Report report) {
        report = null;
        var words = new[] { "lint", "--format", "json" }.Concat(flags).Concat(new[] { "--", file });
        var start = new ProcessStartInfo(Setting("TTHCLINT", "tthclint"), string.Join(" ", words.Select(Quoted))) {
            UseShellExecute = false, CreateNoWindow = true,
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        using (var process = Process.Start(start)) {
            // All three streams at once: a full pipe that nobody reads would stop both sides.
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            Task.Run(() => Send(pdf, process));
            if (!process.WaitForExit((int)patience.TotalMilliseconds)) {
                process.Kill();
                Console.Error.WriteLine("tthclint: quá " + patience.TotalSeconds + " giây, chưa kiểm tra được");
                return 3;
            }
            Console.Error.Write(errors.Result);
            if (output.Result != "") {
                var json = new MemoryStream(Encoding.UTF8.GetBytes(output.Result));
                report = (Report)new DataContractJsonSerializer(typeof(Report)).ReadObject(json);
            }
            return process.ExitCode;
        }
    }

    static void Send(Stream pdf, Process process) {
        try {
            if (pdf != null) pdf.CopyTo(process.StandardInput.BaseStream);
            process.StandardInput.Close();
        } catch (IOException) { } // it ended before it read everything, and says why itself
    }

    // Quoted is a word as every system splits it; .NET has ProcessStartInfo.ArgumentList for this.
    static string Quoted(string word) {
        var quoted = new StringBuilder("\"");
        var slashes = 0;
        foreach (var c in word) {
            if (c == '"') quoted.Append('\\', slashes + 1);
            slashes = c == '\\' ? slashes + 1 : 0;
            quoted.Append(c);
        }
        return quoted.Append('\\', slashes).Append('"').ToString();
    }

    static string Setting(string name, string otherwise) {
        var value = Environment.GetEnvironmentVariable(name);
        return string.IsNullOrEmpty(value) ? otherwise : value;
    }

    static int Main(string[] args) {
        Console.OutputEncoding = new UTF8Encoding(false);
        if (args.Length == 0) {
            Console.Error.WriteLine("cách dùng: Precheck TỆP.pdf|- [tùy chọn của tthclint lint]");
            return 2;
        }
        var pdf = args[0] == "-" ? Console.OpenStandardInput() : null;
        var patience = TimeSpan.FromSeconds(int.Parse(Setting("TTHCLINT_SECONDS", "120")));
        Report report;
        int code;
        try {
            code = Check(args[0], pdf, args.Skip(1), patience, out report);
        } catch (System.ComponentModel.Win32Exception e) { // there is no such command
            Console.Error.WriteLine("tthclint: " + e.Message);
            return 2;
        }
        if (report == null) return code;
        foreach (var result in report.Results) {
            Console.WriteLine("kết luận: " + result.Verdict);
            foreach (var f in result.Findings)
                Console.WriteLine(f.Severity + " " + f.Rule + ": " + f.Message + " " + f.Remedy);
            foreach (var because in result.Outcomes.Where(o => o.Open).Select(o => o.Because).Distinct())
                Console.WriteLine("chưa kiểm tra được: " + because);
        }
        return code;
    }
}
