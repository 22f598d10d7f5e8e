// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// connect_by_name, which is sections 3 to 5 of RFC 8305, with a resolver and a transport of one's own: here a
// made-up network in virtual time, whose endpoints are strings and whose IPv6 answer is late.

#include <eyeballs/eyeballs.hpp>
#include <iomanip>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

using namespace eyeballs;
using namespace std::chrono_literals;

using endpoint = std::string;
using connection = std::string;

void say(const virtual_time& time, const std::string& what) {
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(time.elapsed());
  std::cout << std::setw(5) << ms.count() << " ms  " << what << '\n';
}

/// A is answered after 20 ms, AAAA after 150.
class slow_dns : public resolver<endpoint> {
 public:
  explicit slow_dns(const virtual_time& time) : time_(time) {}

  task<std::vector<endpoint>> resolve(std::string, std::string, address_family family) override {
    const bool v6 = family == address_family::v6;
    co_await sleep(v6 ? 150ms : 20ms);
    say(time_, v6 ? "AAAA is answered" : "A is answered");
    std::vector<endpoint> found{v6 ? "2001:db8::1" : "192.0.2.1"};
    co_return found;
  }

 private:
  const virtual_time& time_;
};

/// IPv4 is a black hole. IPv6 connects after 30 ms.
class network {
 public:
  explicit network(const virtual_time& time) : time_(time) {}

  task<connection> attempt(endpoint to, std::size_t) {
    say(time_, to + " is tried");
    if (family_of(to) == address_family::v4) co_await never();
    co_await sleep(30ms);
    co_return to;
  }

  void close(connection&&) noexcept {}

  address_family family_of(const endpoint& e) const {
    return e.find(':') == e.npos ? address_family::v4 : address_family::v6;
  }

  /// Best first: see `sort_destinations` for the order of RFC 6724.
  std::vector<endpoint> sort(std::vector<endpoint> all) const { return all; }

  /// None: every attempt has the attempt_delay of the values.
  std::optional<duration> delay_of(const endpoint&) const { return std::nullopt; }

 private:
  const virtual_time& time_;
};

int main() {
  virtual_time time;
  slow_dns dns(time);
  network net(time);

  // A is held for the resolution delay, 50 ms. The attempt over IPv4 starts at 70 ms; it is silent,
  // so the next attempt starts 250 ms later, at 320 ms. By then there is an address for IPv6.
  auto& connect = time.start(connect_by_name(dns, net, "example.com", "https"));
  time.run();
  const outcome<connection> end = connect.end();
  if (!end) return 1;
  say(time, "connected to " + *end);
  return time.elapsed() == 350ms ? 0 : 1;
}
