#!/bin/sh
# Measures again and writes the tables and pictures of this folder, and the
# summary in ../accuracy.md. Of the set pages no picture is kept: its terms
# forbid commercial use.
#
#   docs/accuracy/refresh.sh SCANS FONTS [SET ...]
#
# SCANS holds pages-open and pages; FONTS are folders of fonts, with commas
# between, to draw the other sets with. SETs are some of pages-open, pages, drawn,
# forms and quality; what the others gave stays as it was.
set -eu
scans=$1 fonts=$2
shift 2
sets=${*:-pages-open pages drawn forms quality}
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go build -o "$work/tthclint" ./cmd/tthclint

draw() { # number of pages, seed, folder, further flags
	pages=$1 seed=$2 folder=$3
	shift 3
	go run ./internal/drawscans -n "$pages" -seed "$seed" -layouts held -fonts "$fonts" -o "$folder" "$@"
}

score() { # set, its folder, what stands above the tables, further flags
	set_name=$1 folder=$2 head=$3
	shift 3
	{
		printf '# %s\n\n%s\n\n' "$set_name" "$head"
		"$work/tthclint" form score --lang en --format markdown --fit-writers "$scans/pages-open" "$@" "$folder"
	} >"$work/$set_name.md"
	mv "$work/$set_name.md" "docs/accuracy/$set_name.md"
}

pictures() { # of a set: those of pages that are wrong as a whole are shown
	for picture in "docs/accuracy/$1"/*.png; do
		grep -q "($1/$(basename "$picture"))" "docs/accuracy/$1.md" || rm -f "$picture"
	done
	rm -f "docs/accuracy/$1/index.html"
	rmdir "docs/accuracy/$1" 2>/dev/null || true
}

for set_name in $sets; do
	case $set_name in
	pages-open)
		rm -rf docs/accuracy/pages-open
		score pages-open "$scans/pages-open" 'Written by `refresh.sh`. The parameters were fitted on these pages. Pictures show where each field was looked for and what was read; their ink is from the collection Cross-media Signatures ([terms](LICENSE-cross-media.txt)), everything else on them is invented.' \
			--worst docs/accuracy/pages-open
		pictures pages-open
		;;
	pages)
		score pages "$scans/pages" 'Written by `refresh.sh`. Nothing was fitted on these pages. They bear ink that may not be shown here.'
		;;
	drawn)
		rm -rf docs/accuracy/drawn
		draw 150 2026 "$work/drawn"
		score drawn "$work/drawn" 'Written by `refresh.sh`. These pages are drawn by `internal/drawscans`, in layouts that nothing was fitted on and with drawn ink. Pictures show where each field was looked for and what was read.' \
			--worst docs/accuracy/drawn
		pictures drawn
		;;
	forms)
		draw 320 2027 "$work/forms" -forms all
		score forms "$work/forms" 'Written by `refresh.sh`. Pages of all forms, drawn by `internal/drawscans` in layouts that nothing was fitted on, of which a part of the values is left blank.'
		;;
	quality)
		go test ./pkg/quality -run TestDrawn -timeout 60m -args -drawn 20 -accuracy "$PWD/docs/accuracy.md"
		;;
	*)
		echo "refresh.sh: no set $set_name" >&2
		exit 2
		;;
	esac
done

rows() { # of the tables of a set whose first cell matches
	grep -E "^\| ($2) " "docs/accuracy/$1.md" | sed "s/^| /| $1: /"
}
{
	echo '| set | pages | right | unsure | false pass | false alarm |'
	echo '|---|--:|--:|--:|--:|--:|'
	for set_name in pages-open pages drawn; do
		rows $set_name 'all [|]|difficulty [a-z]*|colour [a-z]*'
	done
	echo
	echo '| field | class | n | precision | recall | F1 | unsure | not read |'
	echo '|---|--:|--:|--:|--:|--:|--:|--:|'
	for set_name in pages-open pages drawn; do
		rows $set_name '[a-z_]+ \| (present|absent) .*%.*' # not the counts by state
	done
	rows forms '(giao|nhan) \| (present|absent) .*%.*'
	echo
	echo '| form | pages | right | no form | another form |'
	echo '|---|--:|--:|--:|--:|'
	awk -F ' *[|] *' '
		/^### / { on = /Forms/ }
		on && /^\| label/ { for (i = 3; i < NF; i++) read[i] = $i }
		on && /^\| [a-z]/ && !/^\| label/ {
			all = right = none = 0
			for (i = 3; i < NF; i++) {
				all += $i
				if (read[i] == "no form") none = $i
				if (read[i] == $2) right = $i
			}
			if ($2 == "khac") { right = none; none = 0 }
			printf "| %s | %d | %d | %d | %d |\n", $2, all, right, none, all - right - none
		}' docs/accuracy/forms.md
	echo
	echo '| value | n | F1 blank | F1 filled | unsure | not read | print or hand | print read |'
	echo '|---|--:|--:|--:|--:|--:|--:|--:|'
	rows forms '(all values|[a-z_]+) \| [0-9]+ \| [–0-9.]+ \| [–0-9.]+ \| [0-9]+/[0-9]+'
} >"$work/summary"
awk -v summary="$work/summary" '
	/<!-- summary -->/ { print; print ""; while ((getline line <summary) > 0) print line; print ""; inside = 1; next }
	/<!-- \/summary -->/ { inside = 0 }
	!inside' docs/accuracy.md >"$work/accuracy.md"
mv "$work/accuracy.md" docs/accuracy.md
