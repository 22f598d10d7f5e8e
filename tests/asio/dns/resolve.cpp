// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/resolve.hpp"

#include <dlfcn.h>
#include <netdb.h>

#include <algorithm>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "support/asio.hpp"
#include "support/lookups.hpp"

namespace {

struct hung {
  std::mutex mutex;
  std::condition_variable changed;
  int lookups = 0;
  bool released = false;
  std::vector<int> begun;
};
/// Never destroyed: a detached thread may still be there at the end of the program.
hung& hanging() {
  static hung* h = new hung;
  return *h;
}

using getaddrinfo_function = int(const char*, const char*, const addrinfo*, addrinfo**);

int system_getaddrinfo(const char* host, const char* service, const addrinfo* hints,
                       addrinfo** list) {
  static auto* const system =
      reinterpret_cast<getaddrinfo_function*>(::dlsym(RTLD_NEXT, "getaddrinfo"));
  return system(host, service, hints, list);
}

void note(int family) {
  hung& h = hanging();
  const std::scoped_lock lock(h.mutex);
  h.begun.push_back(family);
}

int hang() {
  hung& h = hanging();
  std::unique_lock lock(h.mutex);
  ++h.lookups;
  h.changed.notify_all();
  h.changed.wait(lock, [&] { return h.released; });
  --h.lookups;
  h.changed.notify_all();
  return EAI_NONAME;
}

std::vector<std::string> addresses_of(const std::string& name) {
  if (name == "two.test") return {"127.0.0.1", "127.0.0.2"};
  if (name == "both.test") return {"127.0.0.1", "127.0.0.2", "::1"};
  return {};
}

}  // namespace

std::vector<int> begun_lookups() {
  hung& h = hanging();
  const std::scoped_lock lock(h.mutex);
  return h.begun;
}
void forget_begun_lookups() {
  hung& h = hanging();
  const std::scoped_lock lock(h.mutex);
  h.begun.clear();
}
int hung_lookups() {
  hung& h = hanging();
  const std::scoped_lock lock(h.mutex);
  return h.lookups;
}
void release_hung_lookups() {
  hung& h = hanging();
  std::unique_lock lock(h.mutex);
  h.released = true;
  h.changed.notify_all();
  for (int i = 0; i < 2; ++i) {  // one may be about to begin: that of A follows that of AAAA
    lock.unlock();
    std::this_thread::sleep_for(10ms);
    lock.lock();
    h.changed.wait(lock, [&] { return h.lookups == 0; });
  }
  h.released = false;
}

extern "C" int getaddrinfo(const char* host, const char* service, const addrinfo* hints,
                           addrinfo** list) {
  const std::string name = host ? host : "";
  if (hints && (hints->ai_flags & AI_NUMERICHOST))  // nobody is asked
    return system_getaddrinfo(host, service, hints, list);
  note(hints ? hints->ai_family : AF_UNSPEC);
  if (name == "unknown.test") return EAI_NONAME;
  if (name == "again.test") return EAI_AGAIN;
  if (name == "hangs.test") return hang();
  if (name == "empty.test") return *list = nullptr, 0;
  const std::vector<std::string> addresses = addresses_of(name);
  if (addresses.empty()) return system_getaddrinfo(host, service, hints, list);
  int ended = EAI_NODATA;
  for (const std::string& a : addresses) {
    const int failed = system_getaddrinfo(a.c_str(), service, hints, list);
    if (failed == EAI_ADDRFAMILY) continue;
    if (failed) return failed;
    ended = 0;
    while (*list) list = &(*list)->ai_next;
  }
  return ended;
}

namespace {

using endpoints = std::vector<tcp::endpoint>;

struct looked_up {
  explicit looked_up(result<endpoints> r) : ended(std::move(r)) {}
  looked_up() = default;
  std::optional<result<endpoints>> ended;
  const endpoints& list() const {
    REQUIRE(ended->has_value());
    return **ended;
  }
  error_code code() const {
    return ended->has_error() ? to_asio(ended->error().code()) : error_code();
  }
  std::string message() const { return ended->has_error() ? ended->error().message() : ""; }
};
looked_up look_up(std::string host, std::string service) {
  auto asks = [](std::string h, std::string s) -> task<looked_up> {
    auto r = co_await as_result(resolve(h, s));
    co_return looked_up(std::move(r));
  };
  return *run_in_context(asks(std::move(host), std::move(service))).value;
}
tcp::endpoint endpoint(const char* address, unsigned short port) {
  return {asio::ip::make_address(address), port};
}

}  // namespace

TEST_CASE("resolve of an IPv4 literal") {
  auto found = look_up("127.0.0.1", "80");
  CHECK(found.list() == endpoints{endpoint("127.0.0.1", 80)});
}

TEST_CASE("resolve of an IPv6 literal") {
  auto found = look_up("::1", "65535");
  CHECK(found.list() == endpoints{endpoint("::1", 65535)});
}

TEST_CASE("resolve of localhost: each endpoint is of the loopback") {
  auto found = look_up("localhost", "8080");
  CHECK(!found.list().empty());
  for (const auto& e : found.list()) {
    CHECK(e.address().is_loopback());
    CHECK(e.port() == 8080);
  }
}

TEST_CASE("resolve keeps the system's order") {
  auto found = look_up("both.test", "1");
  CHECK(found.list() ==
        endpoints{endpoint("127.0.0.1", 1), endpoint("127.0.0.2", 1), endpoint("::1", 1)});
}

TEST_CASE("resolve of a service by name") {
  if (!::getservbyname("https", "tcp")) return;  // the system knows no names of services
  auto found = look_up("127.0.0.1", "https");
  CHECK(found.list() == endpoints{endpoint("127.0.0.1", 443)});
}

TEST_CASE("resolve of an unknown host: an error that names host and service") {
  auto found = look_up("unknown.test", "80");
  CHECK(found.code() == asio::error::host_not_found);
  CHECK(found.message().find("unknown.test 80") != std::string::npos);
}

TEST_CASE("resolve of an unknown service") {
  auto found = look_up("127.0.0.1", "no-such-service");
  CHECK(found.code() == asio::error::service_not_found);
  CHECK(found.message().find("no-such-service") != std::string::npos);
}

TEST_CASE("resolve: a failure that may pass is told as such") {
  CHECK(look_up("again.test", "80").code() == asio::error::host_not_found_try_again);
}

TEST_CASE("resolve of a name without addresses is an empty list") {
  CHECK(look_up("empty.test", "80").list().empty());
}

TEST_CASE("a hung lookup ends at once when it is stopped") {
  auto asks = []() -> task<std::error_code> {
    auto r = co_await as_result(timeout(resolve("hangs.test", "80"), 5ms));
    co_return r ? std::error_code() : r.error().code();
  };
  CHECK(run_in_context(asks()).value == std::errc::timed_out);
  release_hung_lookups();
}

TEST_CASE("a hung lookup delays no other") {
  auto asks = []() -> task<std::size_t> {
    auto first = co_await race(resolve("hangs.test", "80"), resolve("127.0.0.1", "80"));
    co_return first.size();
  };
  CHECK(run_in_context(asks()).value == 1U);
  release_hung_lookups();
}

TEST_CASE("a hung lookup does not delay the death of its context") {
  {
    asio::io_context io;
    async_connect(io, "hangs.test", "80", [](error_code, tcp::socket) { FAIL("called"); });
    while (hung_lookups() == 0) io.run_one_for(1ms);
  }
  CHECK(hung_lookups() >= 1);
  release_hung_lookups();
}

TEST_CASE("a lookup's answer that meets the death of its context") {
  for (int i = 0; i < 50; ++i) {
    asio::io_context io;
    async_connect(io, "unknown.test", "80", [](error_code, tcp::socket) {});
    for (int n = 0; n < i % 5; ++n) io.poll_one();
  }
}
