# Sourced by the scripts: how they speak, and where they stand.
cd "$(dirname "$0")/.." || exit

# Says one of two sentences, Chinese where the locale is Chinese, on standard error: standard
# output belongs to the desk.
say() {
    case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
        zh*) printf '%s\n' "$1" >&2 ;;
        *) printf '%s\n' "$2" >&2 ;;
    esac
}

# Stops with one sentence where there is no Swift.
need_swift() {
    command -v swift >/dev/null 2>&1 && return
    say '没有找到 swift:请先按 https://www.swift.org/install/linux/ 安装 Swift 6.3,再来一次。' \
        'There is no swift here: install Swift 6.3 from https://www.swift.org/install/linux/ and try again.'
    exit 69
}
