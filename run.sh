#!/usr/bin/env bash
# Builds, serves and tests the urban-renewal console. Needs a JDK of version 21 or later and Maven; gets Node by itself.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

JAR=target/renewal-console.jar
CACHE=target/renewal-console.cache
NODE_DIR=.node
NODE_MAJOR=24

fail() { printf 'run.sh: %s\n' "$*" >&2; exit 1; }
say() { printf '== %s\n' "$*" >&2; }

help() {
  cat <<'TEXT'
./run.sh [OPTIONS]   build when needed and serve the demonstration on http://127.0.0.1:8080/
                     (options go to the program: --port 8081, --data DIR, --no-demo …)
./run.sh test        run every test
./run.sh jar         build target/renewal-console.jar only
./run.sh bench [NAME…]  run the benchmarks, or those named
./run.sh help        this text
TEXT
}

# Prints the major version of the JDK in the given home, or nothing when it is none.
jdk_major() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk() {
  local home major on_path=""
  if command -v javac >/dev/null; then
    on_path=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
  fi
  for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
      "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$home" ] || continue
    major=$(jdk_major "$home")
    if [ -n "$major" ] && [ "$major" -ge 21 ]; then
      export JAVA_HOME=$home PATH="$home/bin:$PATH"
      return
    fi
  done
  fail "no JDK of version 21 or later found. Install one (https://adoptium.net, or your system's openjdk-21-jdk or later) and set JAVA_HOME to it."
}

need_maven() {
  command -v mvn >/dev/null || fail "Maven not found. Install it (Debian: apt-get install maven)."
}

# The front-end build wants Node 24 with npm beside it. One that is installed is used; else it comes as an npm package,
# for which any older npm will do; with no npm at all Vaadin downloads Node itself, which takes a network.
NODE_HINT=""
need_node() {
  local have arch
  have=$(command -v node >/dev/null && node --version | sed -n 's/^v\([0-9]*\).*/\1/p') || have=""
  if [ -n "$have" ] && [ "$have" -ge "$NODE_MAJOR" ] && command -v npm >/dev/null; then
    return
  fi
  if [ ! -x "$NODE_DIR/bin/node" ] && command -v npm >/dev/null; then
    case "$(uname -s)-$(uname -m)" in
      Linux-x86_64) arch=linux-x64 ;;
      Linux-aarch64) arch=linux-arm64 ;;
      *) return 0 ;;
    esac
    say "Fetching Node $NODE_MAJOR for the front-end build into $NODE_DIR"
    npm install --silent --no-audit --no-fund -g --prefix "$NODE_DIR" "node-$arch@$NODE_MAJOR" npm@11 \
      || fail "Node $NODE_MAJOR could not be fetched from the npm registry. Check the network, or install Node $NODE_MAJOR or later."
  fi
  if [ -x "$NODE_DIR/bin/node" ]; then
    export PATH="$PWD/$NODE_DIR/bin:$PATH"
  else
    NODE_HINT=" No Node $NODE_MAJOR or later with npm was found; where downloads are refused, install it (Debian: apt-get install npm is enough)."
  fi
}

# A resident's story is also told to a browser of 2018, which lives on as an npm package. It is fetched into target/ and
# nothing of it goes into the jar; where it cannot be had, that one story is skipped and says so.
OLD_BROWSER=chrome-aws-lambda@66.0.3347
OLD_BROWSER_SHA256=73be808ce2d09d88c90f2a00afe3af2f264550156c8bfc308da032e154415182
fetch_old_browser() {
  local dir=target/old-browser pack
  [ ! -x "$dir/chromium" ] || return 0
  [ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] && command -v npm >/dev/null && command -v node >/dev/null || return 1
  rm -rf "$dir" && mkdir -p "$dir" || return 1
  pack=$(npm pack --silent --pack-destination "$dir" "$OLD_BROWSER") || return 1
  echo "$OLD_BROWSER_SHA256  $dir/$pack" | sha256sum --check --quiet || return 1
  tar -xzf "$dir/$pack" -C "$dir" package/bin/chromium.br || return 1
  node -e 'const fs = require("fs"), zlib = require("zlib");
    fs.writeFileSync(process.argv[2], zlib.brotliDecompressSync(fs.readFileSync(process.argv[1])), { mode: 0o755 });' \
    "$dir/package/bin/chromium.br" "$dir/chromium.part" || return 1
  mv "$dir/chromium.part" "$dir/chromium"
  rm -rf "$dir/package" "$dir/$pack"
}

prepare() {
  find_jdk
  need_maven
  need_node
  export VAADIN_USAGE_STATS_ENABLED=false
}

maven() {
  mvn -B -ntp --no-transfer-progress -Dstyle.color=never "$@"
}

build() {
  prepare
  say "Building $JAR with the JDK in $JAVA_HOME (the first build takes a few minutes)"
  maven -q -DskipTests package || fail "the build failed; the lines above say why.$NODE_HINT"
  make_class_cache || say "No class cache was made; starts are slower, nothing else."
}

# The class cache holds loaded and linked classes, for this jar and this JDK only: as JEP 514 has it from JDK 25 on,
# else as a shared archive. Flags are printed one a line.
cache_flags() {
  if [ "$(jdk_major "$JAVA_HOME")" -ge 25 ]; then
    printf '%s\n' "-XX:AOTCache$1=$CACHE"
  else
    printf '%s\n' "-XX:$([ -n "$1" ] && echo ArchiveClassesAtExit || echo SharedArchiveFile)=$CACHE"
  fi
  printf '%s\n' -Xlog:disable
}

# Starts the program on a free port with no data, fetches one page, stops it; prints how many milliseconds that page took.
first_page() {
  local scratch begun pid port status
  scratch=$(mktemp -d)
  begun=$(date +%s%3N)
  "$JAVA_HOME/bin/java" "$@" -jar "$JAR" serve --port 0 --no-demo --data "$scratch/data" \
    >"$scratch/out" 2>"$scratch/log" &
  pid=$!
  until grep -q 'http://' "$scratch/out"; do
    kill -0 "$pid" 2>/dev/null || { cat "$scratch/log" >&2; rm -rf "$scratch"; return 1; }
    sleep 0.05
  done
  port=$(sed -n 's#.*http://[^:]*:\([0-9]*\)/.*#\1#p' "$scratch/out")
  exec 3<>"/dev/tcp/127.0.0.1/$port"
  printf 'GET / HTTP/1.0\r\n\r\n' >&3
  read -r status <&3
  echo $(($(date +%s%3N) - begun))
  exec 3>&-
  kill "$pid"
  wait "$pid" || true
  rm -rf "$scratch"
  case "$status" in *200*) ;; *) return 1 ;; esac
}

make_class_cache() {
  local before after
  say "Preparing the class cache for later starts"
  rm -f "$CACHE"
  before=$(first_page) || return 1
  first_page $(cache_flags Output) >/dev/null || return 1
  after=$(first_page $(cache_flags '')) || return 1
  say "With the class cache the first page comes after $after ms instead of $before ms"
}

build_when_needed() {
  if [ ! -f "$JAR" ] || [ -n "$(find pom.xml package.json package-lock.json src/main config frontend -newer "$JAR" -print -quit 2>/dev/null)" ]; then
    build
  fi
}

case "${1:-}" in
  test)
    shift
    prepare
    fetch_old_browser || say "The browser of 2018 could not be fetched; its story is skipped."
    say "Running every test with the JDK in $JAVA_HOME"
    maven verify "$@" || fail "tests failed; the lines above say which, target/*-reports has the details.$NODE_HINT"
    ;;
  jar)
    build
    ;;
  bench)
    shift
    build_when_needed
    prepare
    say "Running the benchmarks"
    maven -q -Pbench -DskipTests -Dvaadin.skip=true test-compile exec:exec -Dbench.names="$*" \
      || fail "a benchmark failed; the lines above say which."
    ;;
  help | -h | --help)
    help
    ;;
  '' | -*)
    build_when_needed
    find_jdk
    say "Serving the demonstration; Ctrl+C stops"
    flags=""
    if [ "$CACHE" -nt "$JAR" ]; then
      flags=$(cache_flags '' | tr '\n' ' ')
    fi
    # Split into words on purpose: no flag has a space in it.
    exec "$JAVA_HOME/bin/java" $flags -jar "$JAR" serve "$@"
    ;;
  *)
    printf "run.sh: there is no '%s'; ./run.sh help says what there is.\n" "$1" >&2
    exit 2
    ;;
esac
