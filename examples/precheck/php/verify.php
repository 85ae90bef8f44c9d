<?php
// Hỏi tthclint về từng chữ ký số của một tệp PDF. Asks tthclint about each signature of a PDF.
//
//   php verify.php ket-qua.pdf trust
declare(strict_types=1);

[, $pdf, $trust] = $argv;
$run = proc_open(['tthclint', 'verify', '--trust', $trust, '--format', 'json', $pdf], [1 => ['pipe', 'w']], $pipes);
$file = json_decode(stream_get_contents($pipes[1]), true);
proc_close($run);
if ($file['error'] !== null) {
    exit($file['error']['code'] . ': ' . $file['error']['message']);
}
foreach ($file['signatures'] as $s) {
    echo $s['signer'], ': ', $s['integrity'], ', ', $s['indication'], ' ', $s['subIndication'], "\n";
}
