#include "catalog/values.h"

#include <array>

#include "support/strings.h"

namespace slipway::catalog {

namespace {

constexpr std::array<NamedValue, 28> signal_table = {{
    {"SIGTERM", "15: asks the program to end; the default"},
    {"SIGINT", "2: interrupt, as Ctrl+C sends it"},
    {"SIGQUIT", "3: ends nginx and php-fpm gracefully"},
    {"SIGKILL", "9: ends the program at once; it cannot clean up"},
    {"SIGHUP", "1: hang-up; many services read their configuration anew"},
    {"SIGUSR1", "10: meaning is the program's own"},
    {"SIGUSR2", "12: meaning is the program's own"},
    {"SIGWINCH", "28: ends Apache httpd gracefully"},
    {"SIGRTMIN+3", "37: asks systemd to shut down"},
    {"SIGRTMIN", "34: first real-time signal"},
    {"SIGRTMAX", "64: last real-time signal"},
    {"SIGABRT", "6: abort"},
    {"SIGALRM", "14: alarm clock"},
    {"SIGCHLD", "17: a child has ended"},
    {"SIGCONT", "18: go on after a stop"},
    {"SIGSTOP", "19: stop; cannot be caught"},
    {"SIGTSTP", "20: stop, as Ctrl+Z sends it"},
    {"SIGTTIN", "21: background read from the terminal"},
    {"SIGTTOU", "22: background write to the terminal"},
    {"SIGPIPE", "13: write to a pipe that nobody reads"},
    {"SIGPROF", "27: profiling timer"},
    {"SIGPWR", "30: power failure"},
    {"SIGSEGV", "11: bad memory access"},
    {"SIGSYS", "31: bad system call"},
    {"SIGTRAP", "5: trace trap"},
    {"SIGURG", "23: urgent data on a socket"},
    {"SIGVTALRM", "26: virtual timer"},
    {"SIGIO", "29: input or output is possible"},
}};

constexpr std::array<NamedValue, 14> platform_table = {{
    {"linux/amd64", "64-bit x86"},
    {"linux/arm64", "64-bit ARM: Apple silicon, AWS Graviton, Raspberry Pi 4 and 5"},
    {"linux/arm/v7", "32-bit ARM with floating point"},
    {"linux/arm/v6", "32-bit ARM, first Raspberry Pi"},
    {"linux/386", "32-bit x86"},
    {"linux/ppc64le", "IBM POWER"},
    {"linux/s390x", "IBM Z"},
    {"linux/riscv64", "64-bit RISC-V"},
    {"linux/loong64", "LoongArch"},
    {"linux/mips64le", "64-bit MIPS"},
    {"linux/amd64/v3", "64-bit x86 with AVX2"},
    {"windows/amd64", "Windows containers on 64-bit x86"},
    {"windows/arm64", "Windows containers on 64-bit ARM"},
    {"wasi/wasm", "WebAssembly"},
}};

constexpr std::array<NamedValue, 27> port_table = {{
    {"80", "HTTP"},
    {"443", "HTTPS"},
    {"8080", "HTTP without root"},
    {"3000", "web applications of Node.js, Ruby on Rails"},
    {"8000", "Django, uvicorn"},
    {"5000", "Flask"},
    {"8443", "HTTPS without root"},
    {"9000", "PHP-FPM, MinIO"},
    {"22", "SSH"},
    {"25", "SMTP"},
    {"53", "DNS; udp too"},
    {"1433", "Microsoft SQL Server"},
    {"1883", "MQTT"},
    {"2181", "ZooKeeper"},
    {"2379", "etcd"},
    {"3306", "MySQL, MariaDB"},
    {"4200", "Angular"},
    {"5173", "Vite"},
    {"5432", "PostgreSQL"},
    {"5672", "RabbitMQ"},
    {"6379", "Redis, Valkey"},
    {"8081", "HTTP, second choice"},
    {"9090", "Prometheus"},
    {"9092", "Kafka"},
    {"9200", "Elasticsearch, OpenSearch"},
    {"11211", "memcached"},
    {"27017", "MongoDB"},
}};

constexpr std::array<NamedValue, 3> protocol_table = {{
    {"tcp", "the default"},
    {"udp", "datagrams"},
    {"sctp", "stream control transmission protocol"},
}};

constexpr std::array<NamedValue, 17> label_table = {{
    {"org.opencontainers.image.title", "name of the image for people"},
    {"org.opencontainers.image.description", "what is in the image, for people"},
    {"org.opencontainers.image.version", "version of the packaged software"},
    {"org.opencontainers.image.source", "address of the source code"},
    {"org.opencontainers.image.revision", "commit that the image was built from"},
    {"org.opencontainers.image.created", "time of the build, RFC 3339"},
    {"org.opencontainers.image.authors", "people or organisation responsible for the image"},
    {"org.opencontainers.image.vendor", "who distributes the image"},
    {"org.opencontainers.image.licenses", "licences as an SPDX expression"},
    {"org.opencontainers.image.url", "address with more about the image"},
    {"org.opencontainers.image.documentation", "address of the documentation"},
    {"org.opencontainers.image.ref.name", "name of the target"},
    {"org.opencontainers.image.base.name", "name of the base image"},
    {"org.opencontainers.image.base.digest", "digest of the base image"},
    {"maintainer", "who looks after the image; older than the keys of the Open Container Initiative"},
    {"io.k8s.description", "description that Kubernetes tools show"},
    {"io.k8s.display-name", "name that Kubernetes tools show"},
}};

constexpr std::array<NamedValue, 7> shell_table = {{
    {R"(["/bin/bash", "-o", "pipefail", "-c"])", "bash; a failing command in a pipe fails the step"},
    {R"(["/bin/sh", "-c"])", "the default on Linux"},
    {R"(["/bin/ash", "-eo", "pipefail", "-c"])", "Alpine's shell; a failing command in a pipe fails the step"},
    {R"(["/bin/bash", "-c"])", "bash"},
    {R"(["powershell", "-Command", "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue';"])", "Windows PowerShell"},
    {R"(["pwsh", "-Command"])", "PowerShell 7"},
    {R"(["cmd", "/S", "/C"])", "the default on Windows"},
}};

constexpr std::array<NamedValue, 4> user_table = {{
    {"nonroot", "user 65532 of distroless and Chainguard images"},
    {"nobody", "user without rights, 65534 on most systems"},
    {"1000:1000", "numbers: need no entry in /etc/passwd"},
    {"root", "user 0"},
}};

constexpr std::array<NamedValue, 3> directive_table = {{
    {"syntax",
     "Image of the Dockerfile frontend that reads this file: `docker/dockerfile:1` is the newest stable one. It stands in the first lines "
     "of the file."},
    {"escape",
     "The escape character, which also continues lines: `\\` by default; a backtick leaves the backslash to paths of Windows. It stands in "
     "the first lines of the file."},
    {"check",
     "Options of the build checks: `skip=` and a list of checks (or `all`) switches checks off, `error=true` makes findings fail the "
     "build. Options are joined by `;`."},
}};

constexpr std::array<NamedValue, 3> check_option_table = {{
    {"skip", "checks to leave out, with `,` between them, or `all`"},
    {"error", "`true` makes the build fail when a check finds something"},
    {"experimental", "experimental checks to switch on, or `all`"},
}};

constexpr std::array<NamedValue, 5> frontend_table = {{
    {"docker/dockerfile:1", "newest stable version"},
    {"docker/dockerfile:1-labs", "newest version with experimental instructions"},
    {"docker/dockerfile:1.7", "version 1.7 or a later bug-fix of it"},
    {"docker/dockerfile-upstream:master", "development version"},
    {"docker/dockerfile:1.4", "version 1.4 or a later bug-fix of it: first with heredocs and --link"},
}};

}  // namespace

std::span<const NamedValue> signals() { return signal_table; }
std::span<const NamedValue> platforms() { return platform_table; }
std::span<const NamedValue> ports() { return port_table; }
std::span<const NamedValue> protocols() { return protocol_table; }
std::span<const NamedValue> label_keys() { return label_table; }
std::span<const NamedValue> shells() { return shell_table; }
std::span<const NamedValue> users() { return user_table; }
std::span<const NamedValue> directives() { return directive_table; }
std::span<const NamedValue> check_options() { return check_option_table; }
std::span<const NamedValue> frontends() { return frontend_table; }

const NamedValue* find_value(std::span<const NamedValue> table, std::string_view name) {
  for (const auto& value : table) {
    if (equals_ignoring_case(value.name, name)) return &value;
  }
  return nullptr;
}

}  // namespace slipway::catalog
