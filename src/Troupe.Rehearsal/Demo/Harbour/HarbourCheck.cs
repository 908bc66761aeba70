namespace Troupe.Rehearsal.Demo;

/// <summary>The script that the demo verifies every tree with, before it lands.</summary>
internal static class HarbourCheck
{
    public const string Path = "check.sh";

    public const string Text =
        """
        #!/bin/sh
        # Checks the whole tree. Names everything that is wrong, then fails.
        set -u
        cd "$(dirname "$0")" || exit 2
        LC_ALL=C
        export LC_ALL

        markers() {
            find . -type f -not -path './.git/*' -not -path './.troupe/*' -exec grep -nE '^(<<<<<<<|>>>>>>>)' /dev/null {} +
        }

        # Every module stands in the INDEX of its area, and the other way round.
        indexes() {
            {
                find lib -name '*.sh' | sed 's/^/module /'
                for index in lib/*/INDEX; do sed "s|^|listed ${index%INDEX}|" "$index"; done
            } | awk '
                $1 == "module" { module[$2] = 1 }
                $1 == "listed" && listed[$2]++ { print $2 ": listed twice" }
                END {
                    for (path in module) if (!(path in listed)) print path ": not in the INDEX of its area"
                    for (path in listed) if (!(path in module)) print path ": in an INDEX, but there is no such module"
                }'
        }

        # A module names itself in its first and last line, defines its function, and needs only modules that exist.
        modules() {
            find lib -name '*.sh' | sort | xargs awk '
                function leave() {
                    if (path == "") return
                    if (!defined) print path ": does not define " call
                    if (last != "# end of " name) print path ": does not end with \"# end of " name "\""
                }
                FNR == 1 {
                    leave()
                    path = FILENAME; name = path; sub(/^lib\//, "", name); sub(/\.sh$/, "", name)
                    call = name; sub(/\//, "_", call); defined = 0
                    if (index($0, "# " name ": ") != 1) print path ": does not begin with \"# " name ": \""
                }
                $0 == call "() {" { if (defined++) print path ": defines " call " twice" }
                $1 == "#" && $2 == "needs:" {
                    need = "lib/" $3 ".sh"
                    if ((getline line < need) < 0) print path ": needs " $3 ", which does not exist"
                    close(need)
                }
                { last = $0 }
                END { leave() }'
        }

        syntax() {
            find lib -name '*.sh' | sort | xargs cat | sh -n 2>&1
        }

        problems=$(markers; indexes; modules; syntax)
        if [ -n "$problems" ]; then
            printf '%s\n' "$problems" >&2
            exit 1
        fi
        echo "$(find lib -name '*.sh' | wc -l) modules are in order"

        """;
}
