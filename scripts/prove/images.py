"""Stand-ins for the base images that proofs build on, made from Debian's own packages, so that no image has to be fetched.

A stand-in has what the official image of that name is known for: its tools, its user, its libc, its empty or full PATH. Whatever begins
with `alpine` is a root file system of busybox alone: statically linked, without glibc, so that a program linked against glibc does not start
there, just as on Alpine. Needs root, buildah, debootstrap and busybox-static.
"""
import os
import re
import shutil
import subprocess
import tempfile

# First expression that matches the name → root file system, packages, commands run in it.
USER = 'useradd --create-home --uid 1000 --shell /bin/bash {0}'
FULL = ['build-essential', 'git', 'curl', 'ca-certificates']  # what images that are not `slim` carry for builds
PYTHON = ['python3', 'python3-pip', 'python3-venv']
AS_PYTHON_IMAGE = ['ln -s python3 /usr/bin/python', 'rm -f /usr/lib/python3*/EXTERNALLY-MANAGED']
STAND_INS = [
    (r'alpine(:.*)?|busybox(:.*)?', 'busybox', [], []),
    (r'golang:.*', 'debian', ['golang-go', 'ca-certificates', 'git'], ['mkdir -p /go']),
    (r'node:.*slim', 'debian', ['nodejs', 'npm'], [USER.format('node')]),
    (r'node:.*', 'debian', ['nodejs', 'npm', *FULL], [USER.format('node')]),
    (r'python:.*slim.*', 'debian', PYTHON, AS_PYTHON_IMAGE),
    (r'python:.*', 'debian', [*PYTHON, *FULL], AS_PYTHON_IMAGE),
    (r'gcc:.*', 'debian', ['build-essential', 'cmake'], []),
    (r'rust:.*', 'debian', ['cargo', 'rustc'], []),
    (r'eclipse-temurin:.*jre.*', 'debian', ['openjdk-17-jre-headless'], []),
    (r'(eclipse-temurin|openjdk|maven):.*', 'debian', ['openjdk-17-jdk-headless'], []),
    (r'(debian|ubuntu)(:.*)?', 'debian', [], []),
]

# Debian's busybox lacks the two commands that make users on Alpine: the options that Dockerfiles use, on plain files.
ADD_USER = r'''#!/bin/sh
id= name= group= home=
while [ $# -gt 0 ]; do
  case "$1" in
    -u|-g|-G|-h|-s) case "$1" in -u) id=$2 ;; -G) group=$2 ;; -h) home=$2 ;; -g) [ "${0##*/}" = addgroup ] && id=$2 ;; esac; shift ;;
    -*) ;;
    *) name=$1 ;;
  esac
  shift
done
new_id() { i=1000; while grep -q "^[^:]*:[^:]*:$i:" "$1"; do i=$((i + 1)); done; echo "$i"; }
if [ "${0##*/}" = addgroup ]; then
  echo "$name:x:${id:-$(new_id /etc/group)}:" >> /etc/group
  exit
fi
id=${id:-$(new_id /etc/passwd)}
if [ -n "$group" ]; then gid=$(grep "^$group:" /etc/group | cut -d: -f3); else gid=$id; echo "$name:x:$gid:" >> /etc/group; fi
echo "$name:x:$id:$gid:$name:${home:-/home/$name}:/bin/sh" >> /etc/passwd
'''


class Images:
    """Makes stand-ins on demand, each once, in a store of its own below `folder`."""

    def __init__(self, folder):
        self.folder = os.path.abspath(folder)
        self.environment = dict(os.environ, STORAGE_DRIVER='vfs', BUILDAH_ISOLATION='chroot')
        os.makedirs(self.folder, exist_ok=True)
        self.made = set(self.buildah('images', '--format', '{{.Name}}:{{.Tag}}').split())

    def buildah(self, *arguments, check=True, **options):
        command = ['buildah', '--root', f'{self.folder}/store', '--runroot', f'{self.folder}/run', *arguments]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False, **options)
        if check and done.returncode != 0:
            raise RuntimeError(f'{" ".join(arguments)}: {done.stderr.strip()[-2000:]}')
        return done.stdout

    def start(self, *arguments, **options):
        """A buildah command that goes on running."""
        return subprocess.Popen(['buildah', '--root', f'{self.folder}/store', '--runroot', f'{self.folder}/run', *arguments], env=self.environment, **options)

    def provide(self, dockerfile):
        """Makes every image that a Dockerfile stands on."""
        stages = set()
        for line in dockerfile.splitlines():
            words = line.split()
            if not words or words[0].upper() != 'FROM':
                continue
            words = [word for word in words[1:] if not word.startswith('--')]
            if words[0].lower() not in stages and words[0] != 'scratch':
                self.make(words[0])
            if len(words) == 3:
                stages.add(words[2].lower())

    def make(self, name):
        name = name if ':' in name else name + ':latest'
        full = f'docker.io/library/{name}'
        if full in self.made:
            return
        for expression, root, packages, commands in STAND_INS:
            if re.fullmatch(expression, name):
                break
        else:
            raise RuntimeError(f'nothing stands in for {name}: add a row to {__file__}')
        container = self.buildah('from', 'scratch').strip()
        self.buildah('add', container, getattr(self, f'{root}_root')(), '/')
        if packages:
            self.buildah('run', container, '--', 'sh', '-c', 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq '
                         '--no-install-recommends ' + ' '.join(packages) + ' && apt-get clean && rm -rf /var/lib/apt/lists/*')
        for command in commands:
            self.buildah('run', container, '--', 'sh', '-c', command)
        self.buildah('commit', '--rm', container, full)
        self.made.add(full)

    def debian_root(self):
        archive = f'{self.folder}/debian.tar'
        if not os.path.exists(archive):
            subprocess.run(['debootstrap', '--variant=minbase', 'bookworm', f'{self.folder}/debian-root'], check=True, stdout=subprocess.DEVNULL)
            subprocess.run(['tar', '-C', f'{self.folder}/debian-root', '-cf', archive, '.'], check=True)
            shutil.rmtree(f'{self.folder}/debian-root')
        return archive

    def busybox_root(self):
        archive = f'{self.folder}/busybox.tar'
        if not os.path.exists(archive):
            with tempfile.TemporaryDirectory(dir=self.folder) as root:
                for name in ('bin', 'etc', 'home', 'proc', 'root', 'tmp', 'usr/bin', 'var'):
                    os.makedirs(f'{root}/{name}')
                os.chmod(f'{root}/tmp', 0o1777)
                os.chmod(root, 0o755)
                shutil.copy('/bin/busybox', f'{root}/bin/busybox')
                for applet in subprocess.run(['/bin/busybox', '--list'], capture_output=True, text=True, check=True).stdout.split():
                    if applet != 'busybox':
                        os.symlink('busybox', f'{root}/bin/{applet}')
                for name in ('adduser', 'addgroup'):
                    with open(f'{root}/bin/{name}', 'w', encoding='utf-8') as file:
                        file.write(ADD_USER)
                    os.chmod(f'{root}/bin/{name}', 0o755)
                for name, text in (('passwd', 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n'),
                                   ('group', 'root:x:0:\nnobody:x:65534:\n'), ('shadow', 'root:*::0:::::\n')):
                    with open(f'{root}/etc/{name}', 'w', encoding='utf-8') as file:
                        file.write(text)
                subprocess.run(['tar', '-C', root, '-cf', archive, '.'], check=True)
        return archive

    def build(self, tag, dockerfile, context):
        """Builds `dockerfile` (a text) on `context`, under `tag`."""
        with tempfile.NamedTemporaryFile('w', dir=self.folder, suffix='.Dockerfile', encoding='utf-8') as file:
            file.write(dockerfile)
            file.flush()
            self.buildah('bud', '--pull-never', '--layers=false', '-t', tag, '-f', file.name, context)

    def size(self, tag):
        """Bytes of the files in an image."""
        container = self.buildah('from', '--pull-never', tag).strip()
        try:
            root = self.buildah('mount', container).strip()
            return int(subprocess.run(['du', '-sb', root], capture_output=True, text=True, check=True).stdout.split()[0])
        finally:
            self.buildah('rm', container)
