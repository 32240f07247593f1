@echo off
rem Jembatan for the clerk on Windows: check and template. Needs a Java 17, and nothing else.
setlocal
set "known="
for %%c in (check template --help -h --version) do if /i "%~1"=="%%c" set "known=yes"
if not defined known (
    echo jembatan: di Windows ada dua perintah: jembatan check, jembatan template. 1>&2
    exit /b 2
)
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
chcp 65001 >nul
"%java%" "@%~dp0java.options" "-Djembatan.root=%~dp0.." %JEMBATAN_JAVA_OPTS% -cp "%~dp0..\lib\*" id.jembatan.cli.Jembatan %*
exit /b %ERRORLEVEL%
