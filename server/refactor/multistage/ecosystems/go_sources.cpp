#include "refactor/multistage/ecosystems/go_sources.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "refactor/manifests.h"
#include "refactor/multistage/copies.h"
#include "refactor/paths.h"
#include "support/strings.h"

namespace slipway::refactor::multistage::go {

namespace {

/// Modules that do nothing without a C compiler.
constexpr auto cgo_modules = std::to_array<std::string_view>({
    "github.com/mattn/go-sqlite3",
    "github.com/confluentinc/confluent-kafka-go",
    "github.com/h2non/bimg",
    "github.com/davidbyttow/govips",
    "github.com/libgit2/git2go",
    "github.com/otiai10/gosseract",
    "github.com/google/gopacket",
    "github.com/tecbot/gorocksdb",
    "github.com/linxGnu/grocksdb",
    "github.com/godror/godror",
    "github.com/mattn/go-oci8",
    "github.com/go-gl/",
    "github.com/veandco/go-sdl2",
    "gopkg.in/gographics/imagick",
    "github.com/gographics/imagick",
    "github.com/ibmdb/go_ibm_db",
    "github.com/pebbe/zmq4",
    "github.com/edsrzf/mmap-go/cgo",
    "github.com/DataDog/zstd",
    "github.com/gotk3/gotk3",
    "github.com/hajimehoshi/ebiten",
    "gocv.io/x/gocv",
    "github.com/bytecodealliance/wasmtime-go",
    "github.com/wasmerio/wasmer-go",
    "github.com/rogchap/v8go",
    "rogchap.com/v8go",
    "github.com/marcboeker/go-duckdb",
    "github.com/dgraph-io/ristretto/z/jemalloc",
    "github.com/mutecomm/go-sqlcipher",
    "github.com/google/gousb",
    "github.com/webview/webview",
    "github.com/chai2010/webp",
    "github.com/valyala/gozstd",
    "github.com/knqyf263/go-rpmdb/cgo",
    "github.com/tidwall/rtree/cgo",
    "github.com/yuin/charsetutil/cgo",
    "github.com/miekg/pkcs11",
    "github.com/ThalesIgnite/crypto11",
    "github.com/supranational/blst",
    "fyne.io/fyne",
    "gorm.io/driver/sqlite",
    "github.com/lib/pq/cgo",
});

/// Beginnings of module paths that are known to build without a C compiler.
constexpr auto pure_modules = std::to_array<std::string_view>({
    "golang.org/x/",
    "google.golang.org/",
    "go.uber.org/",
    "go.opentelemetry.io/",
    "k8s.io/",
    "sigs.k8s.io/",
    "cloud.google.com/go",
    "gopkg.in/yaml",
    "gopkg.in/ini",
    "go.etcd.io/bbolt",
    "go.mongodb.org/",
    "gorm.io/gorm",
    "gorm.io/driver/postgres",
    "gorm.io/driver/mysql",
    "github.com/go-chi/",
    "github.com/gin-gonic/",
    "github.com/gin-contrib/",
    "github.com/labstack/",
    "github.com/gorilla/",
    "github.com/gofiber/",
    "github.com/julienschmidt/",
    "github.com/valyala/fasthttp",
    "github.com/google/uuid",
    "github.com/google/go-cmp",
    "github.com/google/gofuzz",
    "github.com/spf13/",
    "github.com/urfave/",
    "github.com/alecthomas/",
    "github.com/sirupsen/",
    "github.com/rs/",
    "github.com/stretchr/",
    "github.com/prometheus/",
    "github.com/joho/",
    "github.com/jackc/",
    "github.com/lib/pq",
    "github.com/go-sql-driver/",
    "github.com/jmoiron/",
    "github.com/redis/",
    "github.com/go-redis/",
    "github.com/golang-migrate/",
    "github.com/pressly/goose",
    "github.com/golang-jwt/",
    "github.com/golang/",
    "github.com/aws/aws-sdk-go",
    "github.com/Azure/azure-sdk-for-go",
    "github.com/hashicorp/",
    "github.com/BurntSushi/toml",
    "github.com/pkg/errors",
    "github.com/segmentio/",
    "github.com/nats-io/",
    "github.com/go-playground/",
    "github.com/davecgh/",
    "github.com/pmezard/",
    "github.com/mattn/go-isatty",
    "github.com/mattn/go-colorable",
    "github.com/fsnotify/",
    "github.com/grpc-ecosystem/",
    "github.com/klauspost/",
    "github.com/cespare/xxhash",
    "github.com/mitchellh/",
    "github.com/robfig/cron",
    "github.com/caarlos0/env",
    "github.com/kelseyhightower/",
    "github.com/ilyakaznacheev/",
    "github.com/rabbitmq/amqp091-go",
    "github.com/streadway/amqp",
    "github.com/IBM/sarama",
    "github.com/twmb/",
    "github.com/bytedance/",
    "github.com/goccy/",
    "github.com/json-iterator/",
    "github.com/modern-go/",
    "github.com/leodido/",
    "github.com/ugorji/",
    "github.com/pelletier/",
    "github.com/gabriel-vasile/",
    "github.com/cpuguy83/",
    "github.com/russross/",
    "github.com/xrash/",
    "modernc.org/",
    "github.com/beorn7/perks",
    "github.com/munnerz/",
    "github.com/inconshreveable/",
    "github.com/subosito/",
    "github.com/a-h/templ",
    "github.com/oklog/",
});

constexpr auto network_marks = std::to_array<std::string_view>({
    "https://",
    "http.Get(",
    "http.Post(",
    "http.Head(",
    "http.Client{",
    "http.DefaultClient",
    "http.NewRequest",
    "\"crypto/tls\"",
    "\"crypto/x509\"",
    "\"net/smtp\"",
    "httputil.NewSingleHostReverseProxy",
});
constexpr auto reading_marks = std::to_array<std::string_view>({
    "os.Open(",
    "os.ReadFile(",
    "os.ReadDir(",
    "os.DirFS(",
    "ioutil.ReadFile(",
    "ioutil.ReadDir(",
    "http.Dir(",
    "http.ServeFile(",
    "ParseGlob(",
    "ParseFiles(",
    "LoadHTMLGlob(",
    "LoadHTMLFiles(",
    ".Static(",
    ".StaticFile(",
    "viper.",
    "godotenv.",
    "source/file",
    "filepath.Walk",
    "filepath.Glob(",
    "toml.DecodeFile(",
    "LoadMessageFile(",
    "tls.LoadX509KeyPair(",
    "ListenAndServeTLS(",
});
constexpr auto writing_marks = std::to_array<std::string_view>({
    "os.Create(",
    "os.WriteFile(",
    "os.OpenFile(",
    "os.Mkdir(",
    "os.MkdirAll(",
    "ioutil.WriteFile(",
    "os.Rename(",
    "lumberjack",
    "go-sqlite3",
    "modernc.org/sqlite",
    "bolt.Open(",
    "bbolt.Open(",
    "badger.Open",
    "SaveUploadedFile(",
    "driver/sqlite",
});

template <std::size_t N>
bool holds_any(std::string_view text, const std::array<std::string_view, N>& marks) {
  for (const std::string_view mark : marks) {
    if (text.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

/// The literal that is the first argument behind each `call`.
void add_arguments(std::string_view text, std::string_view call, std::vector<std::string>& out) {
  for (std::size_t at = text.find(call); at != std::string_view::npos; at = text.find(call, at + 1)) {
    std::string_view rest = text.substr(at + call.size());
    if (call.find("Context") != std::string_view::npos) rest = rest.substr(std::min(rest.find(',') + 1, rest.size()));
    rest = trim(rest.substr(0, rest.find('\n')));
    if (rest.empty() || rest.front() != '"') continue;
    out.emplace_back(rest.substr(1, rest.find('"', 1) - 1));
  }
}

int listened_port(std::string_view literal) {
  for (const std::string_view host : {"0.0.0.0", "[::]", ""}) {
    if (literal.substr(0, host.size()) != host || literal.size() <= host.size() || literal[host.size()] != ':') continue;
    const std::string digits(literal.substr(host.size() + 1));
    if (digits.empty() || digits.size() > 3 || digits.find_first_not_of("0123456789") != std::string::npos) return 0;
    return std::atoi(digits.c_str());
  }
  return 0;
}

void read_embeds(std::string_view program, std::string_view folder, SourceFacts& out) {
  for (const std::string_view line : split(program, '\n')) {
    if (line.substr(0, 11) != "//go:embed ") continue;
    for (std::string_view pattern : split_words(line.substr(11))) {
      if (pattern.size() > 1 && pattern.front() == '"') pattern = pattern.substr(1, pattern.size() - 2);
      if (pattern.substr(0, 4) == "all:") pattern.remove_prefix(4);
      out.embedded.push_back(tidy_relative(std::string(folder) + "/" + std::string(pattern)));
    }
  }
}

void read_program(std::string_view program, std::string_view folder, SourceFacts& out) {
  read_embeds(program, folder, out);
  const std::string code = without_comments(program);
  if (code.find("import \"C\"") != std::string::npos || code.find("\t\"C\"\n") != std::string::npos) {
    out.imports_c = true;
    out.cgo_reason = "the sources import \"C\"";
  }
  out.uses_network = out.uses_network || holds_any(code, network_marks);
  out.reads_files = out.reads_files || holds_any(code, reading_marks);
  out.writes_files = out.writes_files || holds_any(code, writing_marks);
  out.loads_time_zones =
      out.loads_time_zones || (code.find("LoadLocation(") != std::string::npos && code.find("time/tzdata") == std::string::npos);
  add_arguments(code, "exec.Command(", out.programs);
  add_arguments(code, "exec.CommandContext(", out.programs);
  add_arguments(code, "exec.LookPath(", out.programs);
  for (std::string& literal : string_literals(code)) {
    if (const int port = listened_port(literal); port > 0 && code.find("Listen") != std::string::npos) out.low_port = port;
    out.literals.push_back(std::move(literal));
  }
}

void read_modules(const Facts& facts, const Module& module, SourceFacts& out) {
  const std::string folder = module.context_folder.empty() ? "" : module.context_folder + "/";
  const GoMod manifest = read_go_mod(facts.workspace.read(folder + "go.mod").value_or(std::string()));
  out.has_other_modules = !manifest.requires_.empty();
  for (const std::string& required : manifest.requires_) {
    const bool pure = std::any_of(pure_modules.begin(), pure_modules.end(),
                                  [&required](std::string_view known) { return required.substr(0, known.size()) == known; });
    out.has_unknown_modules = out.has_unknown_modules || !pure;
    for (const std::string_view known : cgo_modules) {
      if (required.substr(0, known.size()) != known) continue;
      out.imports_c = true;
      out.cgo_reason = required + " is written for cgo";
    }
  }
}

}  // namespace

SourceFacts read_sources(const Facts& facts, const Module& module) {
  SourceFacts out;
  std::string root = module.context_folder;
  if (!module.found) root = context_path(facts.walk, facts.workspace, module.image_folder).value_or(std::string());
  for (const std::string& file : facts.workspace.files_below(root, {"vendor", "testdata", "node_modules"})) {
    const bool test = file.size() > 8 && file.substr(file.size() - 8) == "_test.go";
    if (extension_of(file) != ".go" || test) continue;
    const auto program = facts.workspace.read(file);
    if (!program) continue;
    out.seen = true;
    read_program(*program, below(parent_of(file), root), out);
  }
  if (module.found) read_modules(facts, module, out);
  return out;
}

}  // namespace slipway::refactor::multistage::go
