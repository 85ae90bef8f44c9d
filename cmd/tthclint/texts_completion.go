package main

import "github.com/tthclint/tthclint/pkg/msg"

// What completion and the manual say.
var (
	helpCompletion     = msg.Message{ID: "help/completion", VI: "in đoạn gợi ý lệnh cho bash, zsh, fish, PowerShell", EN: "print the completion for bash, zsh, fish, PowerShell"}
	helpCompletionLong = msg.Message{
		ID: "help/completion-long",
		VI: `In đoạn mã để trình dòng lệnh gợi ý lệnh, tùy chọn, mã quy tắc, mẫu giấy khi nhấn Tab.

bash: source <(tthclint completion bash)
zsh: tthclint completion zsh > "${fpath[1]}/_tthclint"
fish: tthclint completion fish | source
PowerShell: tthclint completion powershell | Out-String | Invoke-Expression`,
		EN: `Prints code by which a shell completes commands, flags, ids of rules and forms at the Tab key.

bash: source <(tthclint completion bash)
zsh: tthclint completion zsh > "${fpath[1]}/_tthclint"
fish: tthclint completion fish | source
PowerShell: tthclint completion powershell | Out-String | Invoke-Expression`,
	}
	textNoShell = msg.Message{ID: "cmd/no-shell", VI: "chưa cho biết trình dòng lệnh nào.", EN: "no shell was named."}
)
