@echo off
rem Double-cliquez sur ce fichier : le menu de conventassembler s'ouvre.
title conventassembler
pushd "%~dp0"
if exist ".venv\Scripts\conventassembler.exe" (
    ".venv\Scripts\conventassembler.exe" menu
) else (
    where conventassembler >nul 2>nul
    if errorlevel 1 (
        py -m conventassembler menu
    ) else (
        conventassembler menu
    )
)
if errorlevel 1 pause
popd
