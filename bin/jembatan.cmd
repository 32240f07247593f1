@echo off
rem Jembatan for the clerk on Windows: check and template. Needs a Java 17, and nothing else.
setlocal
set "known="
for %%c in (check template --help -h --version) do if /i "%~1"=="%%c" set "known=yes"
if not defined known (
    echo jembatan: di Windows ada dua perintah: jembatan check, jembatan template. 1>&2
    exit /b 2
)
set "java=%JAVA_HOME%\bin\java.exe"
if not exist "%java%" for %%j in (java.exe) do set "java=%%~$PATH:j"
if not defined java (
    echo jembatan: Java 17 tidak ditemukan. Pasanglah, atau isi JAVA_HOME dengan foldernya. 1>&2
    exit /b 3
)
chcp 65001 >nul
"%java%" "@%~dp0java.options" "-Djembatan.root=%~dp0.." %JEMBATAN_JAVA_OPTS% -cp "%~dp0..\lib\*" id.jembatan.cli.Jembatan %*
exit /b %ERRORLEVEL%
