// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// A getaddrinfo that knows the hosts below, and asks the system for all others. It takes the place of the
// pointer by which Winsock's is called.

#include <winsock2.h>
#include <ws2tcpip.h>

#include <string_view>

namespace {

struct known_host {
  std::string_view name;
  const char* addresses[3];
};

constexpr known_host known_hosts[] = {
    {"two.test", {"127.0.0.1", "127.0.0.2"}},
    {"both.test", {"127.0.0.1", "127.0.0.2", "::1"}},
    {"unknown.test", {}},
};

int system_getaddrinfo(const char* host, const char* service, const addrinfo* hints,
                       addrinfo** list) {
  using function = int WSAAPI(const char*, const char*, const addrinfo*, addrinfo**);
  static auto* const system = reinterpret_cast<function*>(
      reinterpret_cast<void*>(::GetProcAddress(::GetModuleHandleA("ws2_32.dll"), "getaddrinfo")));
  return system(host, service, hints, list);
}

int answer(const known_host& host, const char* service, const addrinfo* hints, addrinfo** list) {
  int ended = WSAHOST_NOT_FOUND;
  for (const char* address : host.addresses) {
    if (!address) break;
    if (system_getaddrinfo(address, service, hints, list) != 0) continue;  // of the other family
    ended = 0;
    while (*list) list = &(*list)->ai_next;
  }
  return ended;
}

int WSAAPI own_getaddrinfo(const char* host, const char* service, const addrinfo* hints,
                           addrinfo** list) {
  std::string_view name = host ? host : "";
  if (name.ends_with('.')) name.remove_suffix(1);
  for (const known_host& known : known_hosts)
    if (name == known.name) return answer(known, service, hints, list);
  return system_getaddrinfo(host, service, hints, list);
}

}  // namespace

extern "C" {
decltype(&own_getaddrinfo) __imp_getaddrinfo = &own_getaddrinfo;
}
