#!/usr/bin/env bash
# Builds the bridge against the libtorch of this machine and prints the library's path.
# Usage: build.sh OUTPUT-FOLDER     LIBTORCH=/folder names a libtorch other than Debian's; CXX another compiler.
# The result is keyed by libtorch's version and place and by the sources: nothing is built twice.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=${1:?usage: build.sh OUTPUT-FOLDER}
fail() { echo "bridge: $1" >&2; exit 1; }

if [[ -n ${LIBTORCH:-} ]]; then
    include=$LIBTORCH/include lib=$LIBTORCH/lib
    [[ -f $lib/libtorch_cpu.so ]] || fail "LIBTORCH=$LIBTORCH holds no lib/libtorch_cpu.so; name the folder that has include/ and lib/"
else
    include=/usr/include lib=
    for folder in /usr/lib/*-linux-gnu /usr/lib /usr/local/lib; do if [[ -f $folder/libtorch_cpu.so ]]; then lib=$folder; break; fi; done
    [[ -n $lib ]] || fail "libtorch is missing; install it: apt-get install libtorch-dev libopenblas0-pthread"
fi
api=$include/torch/csrc/api/include
header=$api/torch/version.h
[[ -f $header ]] || header=$include/torch/version.h
[[ -f $header ]] || fail "the headers of libtorch are missing in $include; install them: apt-get install libtorch-dev"
number() { grep -hoE "define TORCH_VERSION_$1 [0-9]+" "$header" "$include/torch/headeronly/version.h" 2>/dev/null | grep -oE '[0-9]+$' | head -1 || true; }
version=$(number MAJOR).$(number MINOR).$(number PATCH)

key=$version-$(cat "$here"/*.cpp "$here"/*.h "$here"/build.sh <(echo "$lib") <(stat -Lc %Y "$lib/libtorch_cpu.so") | sha256sum | cut -c1-12)
library=$out/$key/libtorchbridge.so
if [[ -f $library ]]; then echo "$library"; exit 0; fi

cxx=${CXX:-g++}
command -v "$cxx" >/dev/null || fail "the C++ compiler $cxx is missing; install it: apt-get install g++"
flags=(-O3 -fno-math-errno -fno-trapping-math -fPIC -fvisibility=hidden -w -I"$include" -I"$api")
major=${version%%.*} minor=$(cut -d. -f2 <<<"$version")
if (( major > 2 || (major == 2 && minor >= 9) )); then flags+=(-std=c++20); else flags+=(-std=c++17); fi
# libtorch's own ABI: names with __cxx11 in them are the new one.
if grep -qa '_ZN3c105ErrorC2ENS_14SourceLocationENSt7__cxx1112basic_string' "$lib/libc10.so"; then flags+=(-D_GLIBCXX_USE_CXX11_ABI=1); else flags+=(-D_GLIBCXX_USE_CXX11_ABI=0); fi
libraries=(-ltorch_cpu -lc10)
if [[ -f $lib/libtorch_cuda.so ]]; then
    for folder in "${CUDA_HOME:-/usr/local/cuda}/include" "${LIBTORCH:-/usr}"/../nvidia/cuda_runtime/include "${LIBTORCH:-/usr}"/../nvidia/cu*/include /usr/include; do
        if [[ -f $folder/cuda_runtime_api.h ]]; then flags+=(-DBRIDGE_CUDA -I"$folder"); libraries+=(-ltorch_cuda -lc10_cuda); break; fi
    done
    for folder in "${LIBTORCH:-/usr}"/../nvidia/*/include; do [[ -d $folder ]] && flags+=(-I"$folder"); done
    [[ " ${flags[*]} " == *" -DBRIDGE_CUDA "* ]] || echo "bridge: no cuda_runtime_api.h found (set CUDA_HOME): CUDA works, but without memory statistics and graphs" >&2
    libraries+=(-ltorch_cuda)
fi

mkdir -p "$out"
work=$(mktemp -d "$out/building.XXXXXX"); trap 'rm -rf "$work"' EXIT
compile() { "$cxx" "${flags[@]}" -c "$1" -o "$work/$(basename "$1" .cpp).o"; }
running=()
for source in "$here"/*.cpp; do
    compile "$source" & running+=($!)
    if (( ${#running[@]} >= $(nproc) )); then wait "${running[0]}"; running=("${running[@]:1}"); fi
done
for job in "${running[@]}"; do wait "$job"; done
"$cxx" -shared -o "$work/libtorchbridge.so" "$work"/*.o -L"$lib" -Wl,--no-as-needed "${libraries[@]}" -Wl,-rpath,"$lib" -ldl
rm "$work"/*.o; chmod 755 "$work"
mv -T "$work" "$out/$key" 2>/dev/null || [[ -f $library ]] || fail "could not write $out/$key"
echo "$library"
