#!/usr/bin/env bash
# Makes a root file system for services of .NET in the folder that is named, from what is installed on this machine: the
# ASP.NET runtime, the shared libraries that it needs, certificates, time zones and the account app. No shell, no packages.
set -euo pipefail
root=$1
mkdir -p "$root"/{etc/ssl/certs,tmp,usr/lib,usr/lib64,usr/share/dotnet/shared}
chmod 1777 "$root/tmp"
ln -s usr/lib "$root/lib"
ln -s usr/lib64 "$root/lib64"

# The runtime: the newest of version 10 of each part.
dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
for part in host/fxr shared/Microsoft.NETCore.App shared/Microsoft.AspNetCore.App; do
  version=$(ls "$dotnet/$part" 2>/dev/null | grep '^10\.' | sort -V | tail -1) || true
  [ -n "$version" ] || { echo "$dotnet/$part has no version 10. Install the ASP.NET runtime 10, then start again." >&2; exit 1; }
  mkdir -p "$root/usr/share/dotnet/$part"
  cp -R "$dotnet/$part/$version" "$root/usr/share/dotnet/$part/"
done
cp "$dotnet/dotnet" "$dotnet"/{LICENSE,ThirdPartyNotices}.txt "$root/usr/share/dotnet/"
# Traces for LTTng, which is not here.
rm -f "$root"/usr/share/dotnet/shared/*/*/libcoreclrtraceptprovider.so

# The libraries that it is linked to, those that it opens by name and the one that libvips needs beside them, where the loader looks.
opened=$(ldconfig -p 2>/dev/null | awk '$1 ~ /^lib(ssl\.so\.3|crypto\.so\.3|resolv\.so\.2)$/ && /x86-64|AArch64/ { print $NF }')
[ "$(echo "$opened" | wc -l)" -ge 3 ] || { echo "OpenSSL 3 was not found. Install libssl3, then start again." >&2; exit 1; }
find "$root" -name '*.so' -o -name dotnet -type f | xargs ldd $opened 2>/dev/null \
  | awk '$2 == "=>" && $3 ~ /^\// { print $3 } $1 ~ /^\/.*ld-linux/ { print $1 }' | grep -v "^$root" | cat - <(echo "$opened") | sort -u \
  | while read -r library; do install -D -m 755 "$library" "$root/usr/${library#/usr}"; done

# What programs look up.
for bundle in /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt; do
  if [ -f "$bundle" ]; then cp "$bundle" "$root/etc/ssl/certs/ca-certificates.crt" && break; fi
done
[ -f "$root/etc/ssl/certs/ca-certificates.crt" ] || echo "No certificates of authorities were found: the services will trust no server over TLS. Install ca-certificates." >&2
if [ -d /usr/share/zoneinfo ]; then
  cp -R /usr/share/zoneinfo "$root/usr/share/"
  rm -rf "$root"/usr/share/zoneinfo/{posix,right}
else
  echo "No time zones were found: schedules will know UTC only. Install tzdata." >&2
fi
printf 'root:x:0:0:root:/:/none\napp:x:1654:1654:app:/tmp:/none\n' >"$root/etc/passwd"
printf 'root:x:0:\napp:x:1654:\n' >"$root/etc/group"
echo 'hosts: files dns' >"$root/etc/nsswitch.conf"
