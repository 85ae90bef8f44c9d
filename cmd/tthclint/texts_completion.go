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

// The headings of the manual.
var (
	manName        = msg.Message{ID: "man/name", VI: "TÊN", EN: "NAME"}
	manSynopsis    = msg.Message{ID: "man/synopsis", VI: "CÁCH DÙNG", EN: "SYNOPSIS"}
	manDescription = msg.Message{ID: "man/description", VI: "MÔ TẢ", EN: "DESCRIPTION"}
	manCommands    = msg.Message{ID: "man/commands", VI: "LỆNH", EN: "COMMANDS"}
	manOptions     = msg.Message{ID: "man/options", VI: "TÙY CHỌN", EN: "OPTIONS"}
	manExamples    = msg.Message{ID: "man/examples", VI: "VÍ DỤ", EN: "EXAMPLES"}
	manSee         = msg.Message{ID: "man/see", VI: "XEM THÊM", EN: "SEE ALSO"}
)
