#include "catalog/instructions.h"

#include <array>

#include "support/strings.h"

namespace slipway::catalog {

namespace {

using syntax::Keyword;

constexpr std::array<InstructionDoc, 18> docs = {{
    {Keyword::Run, "run commands in a new layer",
     "RUN [--mount=…] [--network=…] [--security=…] command\nRUN [\"program\", \"argument\"]\nRUN <<EOF",
     "Runs a command while the image is built and keeps what it changed as a new layer. Without a JSON array the text goes to the shell "
     "(`/bin/sh -c`, or what `SHELL` says). The layer is taken from the cache as long as the command and everything before it stay the "
     "same."},
    {Keyword::Copy, "copy files from the build context or a stage",
     "COPY [--from=…] [--chown=…] [--chmod=…] [--link] source… destination\nCOPY [\"source\", \"destination\"]\nCOPY <<EOF destination",
     "Copies files and directories into the image: from the build context, or with `--from` from another stage, image or named context. "
     "Sources may hold wildcards. With several sources the destination must be a directory and end in `/`. Relative destinations start at "
     "the `WORKDIR`."},
    {Keyword::Workdir, "set the working directory", "WORKDIR path",
     "Sets the working directory for the instructions that follow and for the container. The directory is created if it is missing; a "
     "relative path continues the one before it."},
    {Keyword::Env, "set environment variables", "ENV KEY=value [KEY=value …]",
     "Sets environment variables for the instructions that follow in this stage, for stages built on it, and for the running container. "
     "Use `ARG` for what only the build needs, and a secret mount for what nobody may read."},
    {Keyword::Arg, "declare a build argument", "ARG NAME[=default] [NAME[=default] …]",
     "Declares a build argument: a variable that `--build-arg NAME=value` can set, from this line to the end of the stage. Before the "
     "first `FROM` it is global and serves `FROM` lines; a stage that wants it says `ARG NAME` again. The value is not in the final "
     "environment, but the image history shows it."},
    {Keyword::Expose, "tell which ports the container listens on", "EXPOSE port[/protocol] [port[/protocol] …]",
     "Notes the ports on which the container listens; the protocol is `tcp` if none is given. It publishes nothing by itself: that is what "
     "`docker run --publish` is for."},
    {Keyword::Cmd, "what the container runs by default", "CMD [\"program\", \"argument\"]\nCMD [\"argument for ENTRYPOINT\"]\nCMD command",
     "Gives the container's default command, or default arguments for `ENTRYPOINT`. Only the last one counts. As a JSON array the program "
     "is started directly and receives signals; as text it runs below a shell."},
    {Keyword::Entrypoint, "the program that the container is", "ENTRYPOINT [\"program\", \"argument\"]\nENTRYPOINT command",
     "Makes the container behave as one executable program: arguments of `docker run`, or of `CMD`, are added to it. As text it runs below "
     "a shell, which neither passes arguments nor signals on. Only the last one counts."},
    {Keyword::User, "set the user for what follows", "USER user[:group]\nUSER uid[:gid]",
     "Sets the user, and maybe the group, for the `RUN`, `CMD` and `ENTRYPOINT` that follow and for the running container. Names must "
     "exist in the image; numbers need not."},
    {Keyword::From, "begin a stage from a base image", "FROM [--platform=…] image[:tag][@digest] [AS name]",
     "Begins a new build stage on top of a base image, of an earlier stage, or of `scratch`, the empty image. With `AS` the stage has a "
     "name for later `FROM`, `COPY --from` and `RUN --mount=from`. Only `ARG` may stand before the first `FROM`."},
    {Keyword::Label, "add metadata to the image", "LABEL key=value [key=value …]",
     "Adds metadata to the image as pairs of key and value; a later one with the same key wins. The keys of the Open Container Initiative "
     "begin with `org.opencontainers.image.`."},
    {Keyword::Add, "add files, archives, URLs, Git repositories",
     "ADD [--chown=…] [--chmod=…] [--checksum=…] [--link] source… destination\nADD [\"source\", \"destination\"]",
     "Copies files like `COPY`, and also fetches URLs and Git repositories and unpacks local tar archives. For plain files `COPY` says "
     "better what is meant; for downloads add `--checksum`."},
    {Keyword::Volume, "declare mount points for data", "VOLUME path [path …]\nVOLUME [\"path\"]",
     "Marks directories that hold data from outside the container. A fresh container gets an anonymous volume there, filled with what the "
     "image has; what later build steps write there may be lost."},
    {Keyword::Healthcheck, "how to test that the container works",
     "HEALTHCHECK [--interval=…] [--timeout=…] [--start-period=…] [--retries=…] CMD command\nHEALTHCHECK NONE",
     "Tells how to test that the container still works: the command ends with 0 when it is healthy and with 1 when it is not. `NONE` "
     "switches off a check that the base image brought. Only the last one counts."},
    {Keyword::Shell, "the shell for commands written as text", "SHELL [\"program\", \"argument\"]",
     "Sets the shell that runs `RUN`, `CMD` and `ENTRYPOINT` written as text, from here on. It must be a JSON array; the default is "
     "`[\"/bin/sh\", \"-c\"]` on Linux and `[\"cmd\", \"/S\", \"/C\"]` on Windows."},
    {Keyword::Stopsignal, "the signal that stops the container", "STOPSIGNAL signal",
     "Sets the signal that asks the container's program to end: a name such as `SIGQUIT` or a number. Without it `SIGTERM` is sent."},
    {Keyword::Onbuild, "an instruction for images built on this one", "ONBUILD instruction",
     "Keeps an instruction, the trigger, for later: it runs when another build uses this image as its base, right after that build's "
     "`FROM`. `FROM`, `MAINTAINER` and `ONBUILD` itself cannot be kept."},
    {Keyword::Maintainer, "deprecated: use LABEL", "MAINTAINER name",
     "Names the author of the image. Deprecated: `LABEL org.opencontainers.image.authors=\"name\"` says the same and can be read like any "
     "other label."},
}};

constexpr std::array<InstructionSnippet, 22> snippets = {{
    {Keyword::From, "image AS name", "${1:image} AS ${2:name}"},
    {Keyword::Run, "--mount=type=cache command", "--mount=type=cache,target=${1:/root/.cache} ${2:command}"},
    {Keyword::Run, "--mount=type=secret command", "--mount=type=secret,id=${1:name} ${2:command}"},
    {Keyword::Run, "<<EOF", "<<EOF\n${1:command}\nEOF"},
    {Keyword::Copy, "source destination", "${1:source} ${2:destination}"},
    {Keyword::Copy, "--from=stage source destination", "--from=${1:stage} ${2:source} ${3:destination}"},
    {Keyword::Copy, "<<EOF destination", "<<EOF ${1:destination}\n${2:content}\nEOF"},
    {Keyword::Add, "--checksum=sha256:… URL destination", "--checksum=sha256:${1:digest} ${2:https://} ${3:destination}"},
    {Keyword::Arg, "NAME=default", "${1:NAME}=${2:default}"},
    {Keyword::Env, "KEY=value", "${1:KEY}=${2:value}"},
    {Keyword::Label, "key=\"value\"", "${1:key}=\"${2:value}\""},
    {Keyword::Cmd, "[\"program\", \"argument\"]", "[\"${1:program}\", \"${2:argument}\"]"},
    {Keyword::Cmd, "[\"program\"]", "[\"${1:program}\"]"},
    {Keyword::Entrypoint, "[\"program\"]", "[\"${1:program}\"]"},
    {Keyword::Healthcheck, "CMD command",
     "--interval=${1:30s} --timeout=${2:5s} --start-period=${3:10s} --retries=${4:3} CMD ${5:command}"},
    {Keyword::Healthcheck, "NONE", "NONE"},
    {Keyword::Shell, "[\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]", "[\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]"},
    {Keyword::User, "user:group", "${1:user}:${2:group}"},
    {Keyword::Expose, "port", "${1:8080}"},
    {Keyword::Volume, "[\"path\"]", "[\"${1:/data}\"]"},
    {Keyword::Workdir, "path", "${1:/app}"},
    {Keyword::Stopsignal, "signal", "${1:SIGTERM}"},
}};

}  // namespace

const InstructionDoc* find_instruction(syntax::Keyword keyword) {
  for (const auto& doc : docs) {
    if (doc.keyword == keyword) return &doc;
  }
  return nullptr;
}

std::span<const InstructionDoc> instructions_by_use() { return docs; }

std::span<const InstructionSnippet> instruction_snippets() { return snippets; }

std::string reference_link(syntax::Keyword keyword) {
  return "https://docs.docker.com/reference/dockerfile/#" + to_lower(syntax::spelling(keyword));
}

}  // namespace slipway::catalog
