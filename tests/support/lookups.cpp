// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "lookups.hpp"

#include <dlfcn.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <string_view>
#include <thread>
#include <utility>

namespace {

/// For systems that have no res_ninit.
std::string resolv_conf_of(const support::name_system& s) {
  const std::string search = s.has_search_list ? "search search.test\n" : "";
  return search + "options ndots:" + std::to_string(s.ndots) + '\n';
}

struct lookups {
  std::atomic<bool> noting = false;
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<std::pair<std::string, int>> begun;  // host, family
  int hung = 0;
  unsigned released = 0;  // how often
  support::name_system system;
  std::string resolv_conf = resolv_conf_of(system);
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
  bool by_search = false;  // it is completed by the search list, so not asked for with a dot
};

constexpr known_host known_hosts[] = {
    {"two.test", {"127.0.0.1", "127.0.0.2"}},
    {"both.test", {"127.0.0.1", "127.0.0.2", "::1"}},
    {"second.test", {"127.0.0.200", "127.0.0.1"}},
    {"late.test", {"127.0.0.1"}},
    {"six.test", {"::1"}},
    {"scoped.test", {"fe80::1%1"}, true},
    {"scoped.test", {"fe80::1"}},
    {"searched.test", {"127.0.0.1", "::1"}, true},
    {"pinned.test", {"127.0.0.2", "::1"}},
    {"four-pinned.test", {"127.0.0.2"}},
    {"box", {"127.0.0.1", "::1"}, true},
};

/// The next definition of what is defined here: the system's.
template <class Function> Function* system_function(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

int system_getaddrinfo(const char* host, const char* service, const addrinfo* hints,
                       addrinfo** list) {
  using function = int(const char*, const char*, const addrinfo*, addrinfo**);
  static auto* const system = system_function<function>("getaddrinfo");
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

/// A file of which the text is a copy; null where the system has none.
std::FILE* file_of(const std::string& text) {
  const int file = ::memfd_create("lookups", MFD_CLOEXEC);
  if (file < 0) return nullptr;
  const bool is_written = ::write(file, text.data(), text.size()) == ssize_t(text.size()) &&
                          ::lseek(file, 0, SEEK_SET) == 0;
  std::FILE* const opened = is_written ? ::fdopen(file, "r") : nullptr;
  if (!opened) ::close(file);
  return opened;
}

/// The text of a file that says where names come from; null for any other.
const std::string* text_of(std::string_view path) {
  if (path == "/etc/hosts") return &all().system.hosts;
  if (path == "/etc/nsswitch.conf") return &all().system.nsswitch;
#ifdef EYEBALLS_ONLY_POSIX
  if (path == "/etc/resolv.conf") return &all().resolv_conf;
#endif
  return nullptr;
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
    if (name == host || name == host + '.') families.push_back(family);
  return families;
}

std::vector<std::string> begun_questions() {
  lookups& l = all();
  const std::scoped_lock lock(l.mutex);
  std::vector<std::string> questions;
  for (const auto& [name, family] : l.begun)
    questions.push_back(name + (family == AF_INET6 ? " AAAA" : family == AF_INET ? " A" : " both"));
  return questions;
}

use_names::use_names(name_system s) {
  lookups& l = all();
  const std::scoped_lock lock(l.mutex);
  l.system = std::move(s);
  l.resolv_conf = resolv_conf_of(l.system);
}

use_names::~use_names() {
  lookups& l = all();
  const std::scoped_lock lock(l.mutex);
  l.system = name_system();
  l.resolv_conf = resolv_conf_of(l.system);
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
  std::string_view name = host ? host : "";
  if (hints && (hints->ai_flags & AI_NUMERICHOST))  // nobody is asked
    return system_getaddrinfo(host, service, hints, list);
  note(name, hints ? hints->ai_family : AF_UNSPEC);
  const bool is_absolute = name.ends_with('.');
  if (is_absolute) name.remove_suffix(1);
  if (name == "unknown.test") return EAI_NONAME;
  if (name == "again.test") return EAI_AGAIN;
  if (name == "unopened.test") return errno = EMFILE, EAI_NONAME;
  if (name == "unopened-family.test") return errno = ENFILE, EAI_NODATA;
  if (name == "empty.test") return *list = nullptr, 0;
  if (name.starts_with(hangs)) return hang(name);
  if (name == "late.test") be_late();
  bool is_known = false;
  for (const known_host& known : known_hosts) {
    if (name != known.name) continue;
    is_known = true;
    if (!is_absolute || !known.by_search) return answer(known, service, hints, list);
  }
  return is_known ? EAI_NONAME : system_getaddrinfo(host, service, hints, list);
}

extern "C" std::FILE* fopen(const char* path, const char* mode) {
  using function = std::FILE*(const char*, const char*);
  static auto* const system = system_function<function>("fopen");
  const std::string* const text = text_of(path);
  if (!text) return system(path, mode);
  const std::scoped_lock lock(all().mutex);
  return file_of(*text);
}

extern "C" int __res_ninit(res_state state) {
  static auto* const system = system_function<int(res_state)>("__res_ninit");
  static char domain[] = "search.test";
  const int failed = system(state);
  if (failed) return failed;
  const std::scoped_lock lock(all().mutex);
  state->ndots = all().system.ndots & 15;
  state->dnsrch[0] = all().system.has_search_list ? domain : nullptr;
  return 0;
}
