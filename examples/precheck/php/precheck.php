<?php
// Hỏi tthclint về một tệp PDF trước khi tải lên. Asks tthclint about one PDF before it is uploaded.
//
//   php precheck.php ket-qua.pdf --procedure 1.000894
//   php precheck.php - --name "Kết quả.pdf" --procedure 1.000894 < ket-qua.pdf
//
// What follows the file goes to tthclint lint as it is. The exit code is that of tthclint:
// 0 may be uploaded, 1 has errors, 2 could not be run, 3 not everything was checked.
// TTHCLINT is the command (default tthclint), TTHCLINT_SECONDS how long it may take (default 120).
declare(strict_types=1);

/**
 * Runs tthclint. $input is what it reads as "-": a stream, such as fopen($_FILES['pdf']['tmp_name'], 'rb').
 *
 * @return array{int, ?array} the exit code, and the report where it could run; if not, standard error says why
 */
function check(string $file, $input, array $flags, int $seconds): array
{
    $command = [getenv('TTHCLINT') ?: 'tthclint', 'lint', '--format', 'json', ...$flags, '--', $file];
    $output = tmpfile(); // a file never fills up as a pipe does
    $process = proc_open($command, [$input, $output, STDERR], $pipes); // a list of words: no shell, nothing to quote
    if ($process === false) {
        return [2, null];
    }
    $end = microtime(true) + $seconds;
    while (($status = proc_get_status($process))['running']) {
        if (microtime(true) > $end) {
            proc_terminate($process, 9);
            fwrite(STDERR, "tthclint: quá $seconds giây, chưa kiểm tra được\n");
            return [3, null];
        }
        usleep(20_000);
    }
    proc_close($process);
    $report = file_get_contents(stream_get_meta_data($output)['uri']);
    $code = $status['exitcode'] === 127 ? 2 : $status['exitcode']; // 127: there is no such command
    return [$code, $report === '' ? null : json_decode($report, true, 512, JSON_THROW_ON_ERROR)];
}

if ($argc < 2) {
    fwrite(STDERR, "cách dùng: php precheck.php TỆP.pdf|- [tùy chọn của tthclint lint]\n");
    exit(2);
}
[$code, $report] = check($argv[1], STDIN, array_slice($argv, 2), (int) (getenv('TTHCLINT_SECONDS') ?: 120));
foreach ($report['results'] ?? [] as $result) {
    echo 'kết luận: ', $result['verdict'], "\n"; // accepted, rejected, undetermined
    foreach ($result['findings'] as $f) {
        echo $f['severity'], ' ', $f['rule'], ': ', $f['message'], ' ', $f['remedy'], "\n";
    }
    // What could not be checked is never to be taken for what is in order.
    $open = array_filter($result['outcomes'], fn ($o) => $o['after'] === '' && in_array($o['state'], ['not-checked', 'failed'], true));
    foreach (array_unique(array_column($open, 'because')) as $because) {
        echo 'chưa kiểm tra được: ', $because, "\n";
    }
}
exit($code);
