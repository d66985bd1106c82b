#!/bin/sh
# Installs the folder beside this file for the present user: program, menu entry, icon, file types. No rights needed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target="${XDG_DATA_HOME:-$HOME/.local/share}/mlp_gui-program"
mkdir -p "$target" "$HOME/.local/bin"
rm -rf "$target/mlp_gui"
cp -a "$here/mlp_gui" "$target/"
ln -sf "$target/mlp_gui/mlp-gui" "$HOME/.local/bin/mlp-gui"
"$target/mlp_gui/mlp-gui" --install-desktop
echo "Start it from the menu, or with $HOME/.local/bin/mlp-gui. To remove it:"
echo "  mlp-gui --remove-desktop; rm -r '$target' '$HOME/.local/bin/mlp-gui'"
