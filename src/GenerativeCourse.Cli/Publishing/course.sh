#!/usr/bin/env bash
# Starts the course on a machine without a .NET SDK: builds the bridge to its libtorch, once, and hands over to the tool.
#   LIBTORCH=FOLDER ./course COMMAND...    a libtorch of your choice; without it the one inside `python3 -c "import torch"`, else the system's
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
if [[ -z ${LIBTORCH:-} ]]; then
  # Found without being imported, which would take seconds.
  inside=$(python3 -c 'import importlib.util as u; s = u.find_spec("torch"); print(s.submodule_search_locations[0] if s else "")' 2>/dev/null || true)
  if [[ -f $inside/lib/libtorch_cpu.so && -d $inside/include/ATen ]]; then export LIBTORCH=$inside; fi
fi
if [[ -d ${LIBTORCH:-} ]]; then LIBTORCH=$(cd "$LIBTORCH" && pwd); fi
export COURSE_ROOT=$root DOTNET_ROOT=$root/runtime TORCH=system DOTNET_NOLOGO=1 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 COURSE_OUT=$root/out
compgen -G "$root/out/native/*/libtorchbridge.so" >/dev/null || echo "course: building the bridge to libtorch (once, about 20 s) ..." >&2
TORCH_BRIDGE=$("$root/native/build.sh" "$root/out/native")
export TORCH_BRIDGE
exec "$root/tool/course-tool" "$@"
