# shellcheck shell=bash
#
# Makes sure that the tools that the scripts need are there. Sourced, never run:
#
#     source scripts/setup.sh
#     ensure_rust
#     ensure_trunk
#
# Every ensure_* function
#   - returns at once when its tool is present in the right version,
#   - says in one line what it is about to do before it does it,
#   - on failure says in plain words what failed and what to do, and returns 1.
#
# Tools are installed into .tools/ (ignored by git, worth caching in CI), never into the system; the
# exceptions are Chromium and Firefox, with apt-get where we are root anyway. Nothing here calls
# sudo. PATH is extended so that Trunk finds the tools: Trunk.toml sets `offline = true`, because
# Trunk would otherwise download prebuilt ones from hosts that many offices cannot reach.
#
# Works in bash 3.2 (macOS) and newer, under `set -euo pipefail` and without, from any folder.

# ---------------------------------------------------------------------------------------- versions
# The versions of the tools, except those set elsewhere: the Rust toolchain (rust-toolchain.toml),
# wasm-bindgen (Cargo.lock: the tool must match the crate exactly), wasm-opt and the browser driver
# (package.json), the validator of the dataset (tools/requirements.in).

# 0.22 needs a newer Rust than rust-toolchain.toml names.
TRUNK_VERSION=0.21.14
CARGO_DENY_VERSION=0.20.2
NODE_MAJOR_MIN=20

# ------------------------------------------------------------------------------------------ places

RO_SO_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
RO_SO_TOOLS=$RO_SO_ROOT/.tools

# ---------------------------------------------------------------------------------------- messages

say() { printf '→ %s\n' "$*" >&2; }

# fail "what failed" "what to do" ...
fail() {
    printf '✗ %s\n' "$1" >&2
    shift
    local line
    for line in "$@"; do printf '  %s\n' "$line" >&2; done
    return 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# ----------------------------------------------------------------------------------------- helpers

path_prepend() {
    case ":$PATH:" in
        *":$1:"*) ;;
        *) export PATH="$1:$PATH" ;;
    esac
}

# alone NAME COMMAND...: runs COMMAND while no other process of this checkout runs one under NAME.
#
# The lock is a symbolic link whose target is the number of its process: it is created in one step,
# so no lock is ever without a known owner.
alone() (
    name=$1
    shift
    lock=$RO_SO_TOOLS/.alone-$name
    mkdir -p "$RO_SO_TOOLS"
    # $BASHPID is missing in bash 3.2; a child's parent is this subshell.
    own=$(exec sh -c 'echo "$PPID"')
    told=
    until ln -sn "$own" "$lock" 2>/dev/null; do
        # The lock has gone in between.
        owner=$(readlink "$lock") || continue
        if kill -0 "$owner" 2>/dev/null; then
            if [ -z "$told" ]; then
                say "waiting: another run (process $owner) is setting up $name"
                told=yes
            fi
            sleep 1
        else
            take_away "$lock" "$owner"
        fi
    done
    trap 'rm -f "$lock"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    "$@"
)

# take_away LOCK OWNER: removes the lock of a dead process. Only one of several waiting processes
# may, and it looks again first: another may have removed the lock meanwhile and locked anew.
take_away() {
    if mkdir "$1.stale" 2>/dev/null; then
        if [ "$(readlink "$1")" = "$2" ]; then rm -f "$1"; fi
        rmdir "$1.stale"
    else
        say "waiting: another run takes away $1, left behind by process $2; if none does, delete $1.stale"
        sleep 1
    fi
}

# answers PROGRAM VERSION: whether it runs (a cache may come from another machine) and is that
# version.
answers() {
    local reply
    reply=$("$1" --version 2>/dev/null) || return 1
    # "trunk 0.21.14", "wasm-bindgen 0.2.130", "cargo-deny 0.20.2"
    set -- "$2" "$reply"
    case "$2 " in
        *" $1 "*) return 0 ;;
        *) return 1 ;;
    esac
}

# ensure_cargo_tool PROGRAM CRATE VERSION HOW-LONG FLAGS...
ensure_cargo_tool() {
    local program=$1 crate=$2 version=$3 how_long=$4
    shift 4
    local home=$RO_SO_TOOLS/$program-$version
    if answers "$home/bin/$program" "$version"; then
        path_prepend "$home/bin"
        return 0
    fi
    # One that the user already has is good enough.
    if answers "$program" "$version"; then return 0; fi

    alone "$program" install_cargo_tool "$program" "$crate" "$version" "$how_long" "$@" || return 1
    path_prepend "$home/bin"
}

install_cargo_tool() {
    local program=$1 crate=$2 version=$3 how_long=$4
    shift 4
    local home=$RO_SO_TOOLS/$program-$version
    # Another run may have installed it while we waited.
    if answers "$home/bin/$program" "$version"; then return 0; fi

    say "installing $program $version ($how_long, once)"
    # Debug builds: they install in a third of the time and are fast enough for what they do. Built
    # under target/ so that an interrupted installation resumes where it stopped, and moved into
    # place whole.
    local build=$RO_SO_ROOT/target/tools/$program log=$RO_SO_TOOLS/$program-$version.log
    mkdir -p "$build" "$RO_SO_TOOLS"
    rm -rf "$home" "$home.partial"
    if ! (
        cd "$RO_SO_ROOT"
        CARGO_PROFILE_DEV_DEBUG=0 CARGO_INCREMENTAL=0 cargo install "$crate" \
            --version "$version" --debug --root "$home.partial" --target-dir "$build" "$@"
    ) >"$log" 2>&1; then
        tail -n 15 "$log" | sed 's/^/  | /' >&2
        fail "could not install $program $version (cargo install $crate)." \
            "The whole log: $log" \
            "If it says that a download failed: check the connection to the crates registry and run this again;" \
            "what is already built is kept. You can also put $program $version on your PATH yourself."
        return 1
    fi
    mv "$home.partial" "$home"
    rm -rf "$build" "$log"
    if ! answers "$home/bin/$program" "$version"; then
        fail "$program was installed but does not run as version $version." \
            "Delete $home and run this again."
        return 1
    fi
}

# ---------------------------------------------------------------------------------------- the tools

# A list or a string of rust-toolchain.toml, as words.
toolchain_field() {
    sed -n "s/^ *$1 *= *//p" "$RO_SO_ROOT/rust-toolchain.toml" | sed 's/#.*//; s/[]["'\'',]/ /g'
}

# The toolchain of rust-toolchain.toml with clippy, rustfmt and the WebAssembly target.
ensure_rust() {
    if ! have cargo && [ -x "${CARGO_HOME:-$HOME/.cargo}/bin/cargo" ]; then
        path_prepend "${CARGO_HOME:-$HOME/.cargo}/bin"
    fi
    if rust_is_complete; then return 0; fi

    local channel
    channel=$(toolchain_field channel)
    channel=${channel// /}
    if ! have rustup; then
        if have cargo; then
            fail "the installed Rust lacks clippy, rustfmt or the wasm32-unknown-unknown target, and rustup is missing." \
                "Install rustup from https://rustup.rs (it brings Rust $channel), or add them with your package manager."
        else
            fail "Rust is not installed." \
                "Install rustup from https://rustup.rs, open a new terminal and run this again: the right Rust ($channel) is then fetched by itself."
        fi
        return 1
    fi
    alone rust install_rust "$channel"
}

rust_is_complete() {
    local sysroot
    # This check must not install a toolchain silently.
    sysroot=$(cd "$RO_SO_ROOT" && RUSTUP_AUTO_INSTALL=0 rustc --print sysroot 2>/dev/null) || return 1
    [ -d "$sysroot/lib/rustlib/wasm32-unknown-unknown/lib" ] || return 1
    [ -x "$sysroot/bin/cargo-clippy" ] || have cargo-clippy || return 1
    [ -x "$sysroot/bin/rustfmt" ] || have rustfmt || return 1
}

install_rust() {
    local channel=$1 arguments=() word
    if rust_is_complete; then return 0; fi
    arguments=(--profile minimal --no-self-update)
    for word in $(toolchain_field components); do arguments+=(--component "$word"); done
    for word in $(toolchain_field targets); do arguments+=(--target "$word"); done
    say "installing Rust $channel with ${arguments[*]:3} (one or two minutes, once)"
    if ! (cd "$RO_SO_ROOT" && rustup toolchain install "$channel" "${arguments[@]}") >&2; then
        fail "rustup could not install Rust $channel." \
            "Check the connection and run: rustup toolchain install $channel ${arguments[*]}"
        return 1
    fi
    if ! rust_is_complete; then
        fail "Rust $channel was installed, but another one is in use here." \
            "Look at: rustup show    and remove an override (RUSTUP_TOOLCHAIN, rustup override) or a cargo outside rustup from PATH."
        return 1
    fi
}

ensure_trunk() {
    ensure_cargo_tool trunk trunk "$TRUNK_VERSION" "about three minutes" \
        --locked --no-default-features
}

# The tool must be exactly the version of the crate, so Cargo.lock decides.
ensure_wasm_bindgen() {
    local version
    if [ ! -f "$RO_SO_ROOT/Cargo.lock" ]; then
        fail "Cargo.lock is missing, so the version of wasm-bindgen is unknown." \
            "Restore it with: git checkout Cargo.lock    or make a new one with: cargo generate-lockfile"
        return 1
    fi
    version=$(awk -F'"' '/^name = /{name = $2} /^version = / && name == "wasm-bindgen" {print $2; exit}' \
        "$RO_SO_ROOT/Cargo.lock")
    if [ -z "$version" ]; then
        fail "Cargo.lock does not name wasm-bindgen." "Run: cargo update --workspace"
        return 1
    fi
    # Without --locked: the lock file in its package names a withdrawn release.
    ensure_cargo_tool wasm-bindgen wasm-bindgen-cli "$version" "about a minute"
}

ensure_cargo_deny() {
    ensure_cargo_tool cargo-deny cargo-deny "$CARGO_DENY_VERSION" "about a minute" --locked
}

# Node, and the packages of package-lock.json in node_modules/.
ensure_node() {
    local version major
    if ! have node || ! have npm; then
        fail "Node.js with npm is not installed." \
            "Install Node.js $NODE_MAJOR_MIN or newer: https://nodejs.org, or your package manager (Debian: nodejs npm; macOS: brew install node)."
        return 1
    fi
    version=$(node --version)
    major=${version#v}
    major=${major%%.*}
    if [ "$major" -lt "$NODE_MAJOR_MIN" ]; then
        fail "Node.js $version is too old." "Install Node.js $NODE_MAJOR_MIN or newer: https://nodejs.org"
        return 1
    fi
    if node_modules_are_current; then return 0; fi
    alone node install_node_modules
}

# The stamp is a copy of the lock file that node_modules/ was made from.
node_modules_are_current() {
    cmp -s "$RO_SO_ROOT/package-lock.json" "$RO_SO_ROOT/node_modules/.stamp-package-lock.json"
}

install_node_modules() {
    if node_modules_are_current; then return 0; fi
    say "installing the Node packages of package-lock.json (seconds, once)"
    if ! (cd "$RO_SO_ROOT" && npm ci --no-audit --no-fund --loglevel=error) >&2; then
        fail "npm ci did not finish." \
            "Check the connection to the npm registry and run this again. If it says that package.json and the lock file disagree: npm install"
        return 1
    fi
    cp "$RO_SO_ROOT/package-lock.json" "$RO_SO_ROOT/node_modules/.stamp-package-lock.json"
}

# wasm-opt comes with the npm package binaryen.
ensure_wasm_opt() {
    ensure_node || return 1
    if [ ! -x "$RO_SO_ROOT/node_modules/.bin/wasm-opt" ]; then
        fail "wasm-opt is not in node_modules/.bin." "Delete node_modules and run this again."
        return 1
    fi
    path_prepend "$RO_SO_ROOT/node_modules/.bin"
}

# Whether a Python virtual environment can be made. Debian has separate packages for its parts;
# tools/requirements.txt holds versions for 3.10 and newer.
have_python_venv() {
    python3 -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 10))' >/dev/null 2>&1
}

# The validator of the published dataset, in its own Python virtual environment. Exports the Python
# that runs it (`-m frictionless`) as FRICTIONLESS_PYTHON.
ensure_frictionless() {
    export FRICTIONLESS_PYTHON=$RO_SO_TOOLS/frictionless/bin/python
    if frictionless_is_current; then return 0; fi
    if ! have_python_venv; then
        fail "Python 3.10 or newer with its module venv is not installed." \
            "Debian: apt-get install python3-venv    macOS: brew install python"
        return 1
    fi
    alone frictionless install_frictionless
}

# The stamp is a copy of the list that the environment was made from. The validator is also run
# once, because a cache may come from another machine.
frictionless_is_current() {
    cmp -s "$RO_SO_ROOT/tools/requirements.txt" "$RO_SO_TOOLS/frictionless/.stamp-requirements.txt" &&
        "$FRICTIONLESS_PYTHON" -m frictionless --version >/dev/null 2>&1
}

install_frictionless() {
    local home=$RO_SO_TOOLS/frictionless log=$RO_SO_TOOLS/frictionless.log
    # Another run may have installed it while we waited.
    if frictionless_is_current; then return 0; fi

    say "installing the Python packages of tools/requirements.txt (half a minute, once)"
    rm -rf "$home"
    if ! {
        python3 -m venv "$home" &&
            "$FRICTIONLESS_PYTHON" -m pip install --quiet --disable-pip-version-check \
                --require-hashes --requirement "$RO_SO_ROOT/tools/requirements.txt"
    } >"$log" 2>&1; then
        tail -n 15 "$log" | sed 's/^/  | /' >&2
        fail "could not install the Python packages of tools/requirements.txt (pip install)." \
            "The whole log: $log" \
            "If it says that a download failed: check the connection to the Python package index and run this again."
        return 1
    fi
    rm -f "$log"
    cp "$RO_SO_ROOT/tools/requirements.txt" "$home/.stamp-requirements.txt"
    if ! frictionless_is_current; then
        fail "frictionless was installed but does not run." "Delete $home and run this again."
        return 1
    fi
}

# A Chromium for the browser tests; its path is exported as CHROMIUM.
ensure_chromium() {
    if [ -n "${CHROMIUM:-}" ]; then
        if [ -x "$CHROMIUM" ]; then
            export CHROMIUM
            return 0
        fi
        fail "CHROMIUM is set to $CHROMIUM, which is not a program." \
            "Set it to the path of a Chromium or Chrome, or unset it."
        return 1
    fi
    if find_chromium; then return 0; fi
    if [ "$(id -u)" = 0 ] && have apt-get; then
        alone chromium install_chromium || return 1
        if find_chromium; then return 0; fi
    fi
    fail "no Chromium or Chrome was found; the browser tests need one." \
        "Debian: apt-get install chromium    Ubuntu: snap install chromium    macOS: brew install --cask chromium" \
        "or https://www.google.com/chrome. If one is installed elsewhere: export CHROMIUM=/path/to/chrome"
}

# tools/chromium.mjs knows its names and places, also for callers of the tests without this script.
find_chromium() {
    CHROMIUM=$(node "$RO_SO_ROOT/tools/chromium.mjs") || return 1
    export CHROMIUM
}

install_chromium() {
    if find_chromium; then return 0; fi
    say "installing Chromium with apt-get (about a minute, once)"
    if ! {
        apt-get update -qq &&
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium
    } >&2; then
        fail "apt-get could not install chromium." \
            "Look at its messages above. Ubuntu has no such package outside snap: install Chrome from" \
            "https://www.google.com/chrome, or any Chromium, and set CHROMIUM to its path."
        return 1
    fi
}

# A Firefox for the smoke journey, installed only as root with apt-get: without it the journey is
# skipped, so this never fails.
ensure_firefox() {
    if [ -n "${FIREFOX:-}" ] || have firefox || have firefox-esr; then return 0; fi
    if [ "$(id -u)" = 0 ] && have apt-get; then alone firefox install_firefox || true; fi
}

install_firefox() {
    if have firefox-esr; then return 0; fi
    say "installing Firefox with apt-get (half a minute, once)"
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends firefox-esr >&2 ||
        say "apt-get has no firefox-esr here; the smoke journey in Firefox is skipped"
}

# ---------------------------------------------------------------------------------------- together

# What a build of the site needs.
ensure_build_tools() {
    ensure_rust || return 1
    ensure_rust_source
    ensure_wasm_opt || return 1
    ensure_trunk || return 1
    ensure_wasm_bindgen || return 1
}

# The sources of the standard library, with which the module is built for size (build_site). Part of
# rust-toolchain.toml; a Rust from elsewhere may lack them, and then the module is only heavier.
ensure_rust_source() {
    if has_rust_source; then return 0; fi
    if have rustup; then
        say "installing the sources of the standard library (rust-src; seconds, once)"
        (cd "$RO_SO_ROOT" && rustup component add rust-src) >&2 || true
    fi
    if has_rust_source; then return 0; fi
    say "the sources of the standard library (rust-src) are missing: the module will be six per cent heavier than the published one"
}

rust_sysroot() { (cd "$RO_SO_ROOT" && rustc --print sysroot); }

has_rust_source() { [ -f "$(rust_sysroot)/lib/rustlib/src/rust/library/Cargo.lock" ]; }

# Builds the site into dist/. Trunk 0.21 reads NO_COLOR as true or false and stops at NO_COLOR=1.
#
# Where its sources are there, the standard library is compiled with the module: for size, without
# the texts of panics and of `{:?}`, which no reader sees. The compiler still counts these options
# as unstable, hence RUSTC_BOOTSTRAP; it is pinned, so they cannot change under us. Trunk.toml keeps
# all of it from the native program that writes the pages, except RO_SO_SMALL_LIBRARY: without it,
# the program does not enforce the module's budget.
build_site() {
    # Without this the panic messages of the module would contain paths of this machine.
    local flags=() folder settings=() encoded
    for folder in "${CARGO_HOME:-$HOME/.cargo}/registry/src"/*/; do
        flags+=("--remap-path-prefix=$folder=")
    done
    if has_rust_source; then
        flags+=("--remap-path-prefix=$(rust_sysroot)/lib/rustlib/src/rust/library=")
        flags+=(-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none)
        settings=(
            RO_SO_SMALL_LIBRARY=yes
            RUSTC_BOOTSTRAP=1
            CARGO_UNSTABLE_BUILD_STD="std,panic_abort"
            CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
        )
    fi
    fetch_crates ${settings[@]+"${settings[@]}"} || return 1
    # Joined by a character that no path contains: RUSTFLAGS would be split at the spaces of a
    # folder.
    encoded=$(printf '%s\037' "${flags[@]}")
    # The long form, because bash 3.2 takes an empty list for an unset one.
    (cd "$RO_SO_ROOT" && env -u NO_COLOR ${settings[@]+"${settings[@]}"} \
        CARGO_ENCODED_RUSTFLAGS="${encoded%?}" trunk build --release)
}

# fetch_crates SETTINGS...: fetches the crates of Cargo.lock and, with the settings of build_site,
# those of the standard library, since Trunk's `offline` applies to the compiler as well. Quick when
# they are there.
fetch_crates() {
    if (cd "$RO_SO_ROOT" && env "$@" cargo fetch --quiet --locked --target wasm32-unknown-unknown) >&2; then return 0; fi
    fail "cargo could not fetch the crates of Cargo.lock." \
        "Check the connection to the crates registry and run this again; what is already there is kept."
}
