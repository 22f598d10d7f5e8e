// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "lookups.hpp"

#include <dlfcn.h>
#include <netdb.h>

#include <atomic>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string_view>
#include <thread>
#include <utility>

namespace {

struct lookups {
  std::atomic<bool> noting = false;
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<std::pair<std::string, int>> begun;  // host, family
  int hung = 0;
  unsigned released = 0;  // how often
};

/// Never destroyed: a detached thread may still be there at the end of the program.
lookups& all() {
  static lookups* const l = new lookups;
  return *l;
}

constexpr std::string_view hangs = "hangs-";

/// As many as a name has, and no more.
struct known_host {
  std::string_view name;
  const char* addresses[3];
};

constexpr known_host known_hosts[] = {
    {"two.test", {"127.0.0.1", "127.0.0.2"}},
    {"both.test", {"127.0.0.1", "127.0.0.2", "::1"}},
    {"second.test", {"127.0.0.200", "127.0.0.1"}},
    {"late.test", {"127.0.0.1"}},
};

int system_getaddrinfo(const char* host, const char* service, const addrinfo* hints,
                       addrinfo** list) {
  using function = int(const char*, const char*, const addrinfo*, addrinfo**);
  static auto* const system = reinterpret_cast<function*>(::dlsym(RTLD_NEXT, "getaddrinfo"));
  return system(host, service, hints, list);
}

void note(std::string_view host, int family) {
  lookups& l = all();
  if (!l.noting.load(std::memory_order_relaxed)) return;
  const std::scoped_lock lock(l.mutex);
  l.begun.emplace_back(host, family);
}

/// "hangs-N.test": until that N has been released.
int hang(std::string_view host) {
  unsigned n = 0;
  std::from_chars(host.data() + hangs.size(), host.data() + host.size(), n);
  lookups& l = all();
  std::unique_lock lock(l.mutex);
  ++l.hung;
  l.changed.wait(lock, [&] { return l.released > n; });
  --l.hung;
  l.changed.notify_all();
  return EAI_NONAME;
}

void be_late() {
  static std::atomic<unsigned> calls = 0;
  std::this_thread::sleep_for(std::chrono::microseconds(500 * (++calls % 8)));
}

int answer(const known_host& host, const char* service, const addrinfo* hints, addrinfo** list) {
  int ended = EAI_NODATA;
  for (const char* address : host.addresses) {
    if (!address) break;
    const int failed = system_getaddrinfo(address, service, hints, list);
    if (failed == EAI_ADDRFAMILY) continue;
    if (failed) return failed;
    ended = 0;
    while (*list) list = &(*list)->ai_next;
  }
  return ended;
}

}  // namespace

namespace support {

void note_lookups() {
  lookups& l = all();
  const std::scoped_lock lock(l.mutex);
  l.begun.clear();
  l.noting = true;
}

std::vector<int> begun_lookups(const std::string& host) {
  lookups& l = all();
  const std::scoped_lock lock(l.mutex);
  std::vector<int> families;
  for (const auto& [name, family] : l.begun)
    if (name == host) families.push_back(family);
  return families;
}

std::string hanging_host() {
  lookups& l = all();
  const std::scoped_lock lock(l.mutex);
  return std::string(hangs) + std::to_string(l.released) + ".test";
}

int hung_lookups() {
  lookups& l = all();
  const std::scoped_lock lock(l.mutex);
  return l.hung;
}

void release_hung_lookups() {
  lookups& l = all();
  std::unique_lock lock(l.mutex);
  ++l.released;
  l.changed.notify_all();
  l.changed.wait(lock, [&] { return l.hung == 0; });
}

}  // namespace support

extern "C" int getaddrinfo(const char* host, const char* service, const addrinfo* hints,
                           addrinfo** list) {
  const std::string_view name = host ? host : "";
  if (hints && (hints->ai_flags & AI_NUMERICHOST))  // nobody is asked
    return system_getaddrinfo(host, service, hints, list);
  note(name, hints ? hints->ai_family : AF_UNSPEC);
  if (name == "unknown.test") return EAI_NONAME;
  if (name == "again.test") return EAI_AGAIN;
  if (name == "unopened.test") return errno = EMFILE, EAI_NONAME;
  if (name == "unopened-family.test") return errno = ENFILE, EAI_NODATA;
  if (name == "empty.test") return *list = nullptr, 0;
  if (name.starts_with(hangs)) return hang(name);
  if (name == "late.test") be_late();
  for (const known_host& known : known_hosts)
    if (name == known.name) return answer(known, service, hints, list);
  return system_getaddrinfo(host, service, hints, list);
}
