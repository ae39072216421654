# The course's one command, for Windows: sets up what is missing, builds what has changed, and hands over to the tool in src/GenerativeCourse.Cli.
#   .\course.ps1 [--torch cpu|cuda|FOLDER] COMMAND...    what stands behind TorchSharp's API (or $env:TORCH); environment.md says more
#   .\course.ps1 --no-build COMMAND...                   the last good build, whatever has changed since
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false # a program's exit code is read here
$root = $PSScriptRoot
$exe = if ($IsWindows -eq $false) { '' } else { '.exe' } # Windows PowerShell has no $IsWindows
$env:COURSE_ROOT = $root
$env:DOTNET_NOLOGO = '1'
$env:MSBUILDDISABLENODEREUSE = '1' # no build servers left behind
$env:MSBUILDTERMINALLOGGER = 'off'
if (-not $env:DOTNET_CLI_TELEMETRY_OPTOUT) { $env:DOTNET_CLI_TELEMETRY_OPTOUT = '1' }

function Say([string] $text) { [Console]::Error.WriteLine("course: $text") }
function Stop-Course([string] $text, [int] $code = 2) { Say $text; exit $code }

# On the path, in the clone, DOTNET_ROOT, the home: the first with an SDK that global.json accepts.
function Find-Sdk {
  $onPath = Get-Command dotnet -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
  $hosts = @($(if ($onPath) { $onPath.Source })) + @("$root/.dotnet", $env:DOTNET_ROOT, "$HOME/.dotnet" | Where-Object { $_ } | ForEach-Object { "$_/dotnet$exe" })
  Push-Location $root
  try {
    $ErrorActionPreference = 'Continue' # Windows PowerShell takes a native program's errors for its own
    foreach ($dotnet in $hosts) {
      if (-not $dotnet -or -not (Test-Path $dotnet)) { continue }
      $null = & $dotnet --version 2>&1
      if ($LASTEXITCODE -ne 0) { continue }
      # Its own word for where it lies: what is on the path may be a link or a shim.
      return Split-Path ((& $dotnet --list-sdks | Select-Object -Last 1) -replace '^\S+ \[(.*)\]$', '$1')
    }
  } finally { Pop-Location }
}

function Install-Sdk {
  $url = 'https://dot.net/v1/dotnet-install.ps1'
  $agreed = $env:CI -eq 'true' -or ([Environment]::UserInteractive -and -not [Console]::IsInputRedirected -and
    (Read-Host "course: no .NET 10 SDK was found. Fetch Microsoft's (about 250 MB) into $root/.dotnet? [Y/n]") -notmatch '^[nN]')
  if (-not $agreed) { Stop-Course 'no .NET 10 SDK was found. Install one from https://dotnet.microsoft.com/download' }
  Say "fetching the .NET SDK into $root/.dotnet ..."
  $found = $null
  try {
    $null = New-Item -ItemType Directory -Force "$root/.dotnet"
    Invoke-WebRequest $url -UseBasicParsing -OutFile "$root/.dotnet/dotnet-install.ps1"
    $null = & "$root/.dotnet/dotnet-install.ps1" -Channel 10.0 -InstallDir "$root/.dotnet" -NoPath
    $found = Find-Sdk
  } catch { Say $_.Exception.Message }
  if (-not $found) { Stop-Course "the .NET SDK could not be fetched from $url" }
  return $found
}

function Test-Fresh {
  if (-not (Test-Path "$out/stamp")) { return $false }
  $built = (Get-Item "$out/stamp").LastWriteTimeUtc
  $sources = @(Get-Item "$root/Directory.*.props", "$root/global.json", "$root/course.ps1") + @(Get-ChildItem "$root/src" -Recurse)
  return -not ($sources | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1)
}

function Publish-Tool([string[]] $more) {
  Remove-Item "$out/tool.new" -Recurse -Force -ErrorAction SilentlyContinue
  $ErrorActionPreference = 'Continue'
  # A temporary folder of its own, where the SDK leaves empty ones, and no compiler server that outlives it.
  $usual = $env:TEMP, $env:TMP, $env:TMPDIR
  $env:TEMP = $env:TMP = $env:TMPDIR = Join-Path ([IO.Path]::GetTempPath()) "course-$([Guid]::NewGuid().ToString('N'))"
  New-Item -ItemType Directory $env:TEMP | Out-Null
  try {
    & "$dotnet/dotnet$exe" publish "$root/src/GenerativeCourse.Cli" -c Release --use-current-runtime --no-self-contained "-p:Torch=$torch" -p:RunAnalyzers=false -p:UseSharedCompilation=false @more -o "$out/tool.new" -v q -nologo 2>&1 |
      Out-File "$out/build.log" -Encoding utf8
    return $LASTEXITCODE -eq 0
  }
  finally {
    Remove-Item $env:TEMP -Recurse -Force -ErrorAction SilentlyContinue
    $env:TEMP, $env:TMP, $env:TMPDIR = $usual
  }
}

# What went wrong with the build, in as few lines as there are faults.
function Show-BuildErrors {
  $errors = @(Get-Content "$out/build.log" | Where-Object { $_ -match 'error ' } | ForEach-Object { $_ -replace ' \[[^\]]*\]\s*$', '' } | Sort-Object -Unique)
  $package = $errors | Select-String 'NU110\d.*(TorchSharp-[a-z-]+)' | Select-Object -First 1
  if ($package) { Say "your NuGet sources do not have $($package.Matches[0].Groups[1].Value), which --torch $torch asks for: add nuget.org to them, or see environment.md for what else can stand behind torch"; return }
  if (-not $errors) { $errors = Get-Content "$out/build.log" -Tail 20 }
  $errors | ForEach-Object { [Console]::Error.WriteLine($_) }
}

# Into tool.new, then swapped: a build that fails leaves the last good one.
function Build-Tool {
  $script:dotnet = Find-Sdk
  if (-not $dotnet) { $script:dotnet = Install-Sdk }
  if (Test-Path "$out/tool") { Say 'building what has changed ...' } else { Say 'building (the first time takes about a minute) ...' }
  $started = [DateTime]::UtcNow
  # ReadyToRun starts the tool ten times as fast, but its compiler is a package that some feeds lack.
  $built = Publish-Tool @('-p:PublishReadyToRun=true')
  if (-not $built -and (Select-String -Path "$out/build.log" -Pattern 'NU110\d.*crossgen' -Quiet)) { $built = Publish-Tool @() }
  if (-not $built) {
    Show-BuildErrors
    if (Test-Path "$out/tool") { Say 'the last good build is kept: course.ps1 --no-build starts it' }
    Stop-Course "the build failed; its output is in $out/build.log" 1
  }
  Remove-Item "$out/tool.old" -Recurse -Force -ErrorAction SilentlyContinue
  try { if (Test-Path "$out/tool") { Move-Item "$out/tool" "$out/tool.old" } } # Windows moves no program that runs
  catch { Stop-Course "$out/tool is in use: end the course's other commands, then start again" 1 }
  Move-Item "$out/tool.new" "$out/tool"
  Remove-Item "$out/tool.old" -Recurse -Force -ErrorAction SilentlyContinue
  Set-Content "$out/stamp" $dotnet
  (Get-Item "$out/stamp").LastWriteTimeUtc = $started
  if (Test-Path "$root/out/kernels") { # those installed from here
    $env:DOTNET_ROOT = $dotnet
    & "$out/tool/course-tool$exe" kernel refresh | ForEach-Object { [Console]::Error.WriteLine($_) }
  }
}

# Another start's build may be under way.
function Lock-Builds {
  $told = $false
  while ($true) {
    try { return [IO.File]::Open("$root/out/lock", 'OpenOrCreate', 'ReadWrite', 'None') }
    catch [IO.IOException] {
      if (-not $told) { Say 'waiting for another build ...'; $told = $true }
      Start-Sleep -Milliseconds 300
    }
  }
}

$torch = if ($env:TORCH) { $env:TORCH } else { 'cpu' }
$build = $true
$rest = @($args)
while ($rest.Count -gt 0) {
  if ($rest[0] -eq '--torch') {
    if ($rest.Count -lt 2) { Stop-Course '--torch wants cpu, cuda or a folder' }
    $torch = $rest[1]; $rest = @($rest | Select-Object -Skip 2)
  }
  elseif ($rest[0] -like '--torch=*') { $torch = $rest[0].Substring(8); $rest = @($rest | Select-Object -Skip 1) }
  elseif ($rest[0] -eq '--no-build') { $build = $false; $rest = @($rest | Select-Object -Skip 1) }
  else { break }
}
$kind = if ($torch -in 'cpu', 'cuda') { $torch } else { 'folder' }
if ($kind -eq 'folder') {
  if (-not (Test-Path "$torch/TorchSharp.dll")) { Stop-Course "no such Torch: $torch. For course.ps1 it is cpu, cuda or a folder with TorchSharp.dll" }
  $torch = (Resolve-Path $torch).ProviderPath
}
$env:TORCH = $torch
$out = "$root/out/$kind"
if ($build -and -not (Test-Fresh)) {
  $null = New-Item -ItemType Directory -Force $out
  $lock = Lock-Builds
  try { if (-not (Test-Fresh)) { Build-Tool } } finally { $lock.Dispose() }
}
if (-not (Test-Path "$out/stamp")) { Stop-Course 'there is no build yet to start; leave --no-build out' }
$env:DOTNET_ROOT = Get-Content "$out/stamp" -TotalCount 1
& "$out/tool/course-tool$exe" @rest
exit $LASTEXITCODE
