// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/cares_resolver.hpp"

#include <netdb.h>

#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "support/asio.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(ip/udp.hpp)
#include EYEBALLS_ASIO_HEADER(write.hpp)
// clang-format on

namespace {

/// For all tests: the system reads it but once. Another number than its own, and than c-ares'.
[[maybe_unused]] const int options = ::setenv("RES_OPTIONS", "timeout:3 attempts:1", 1);

using found_endpoints = std::vector<tcp::endpoint>;
using asio::ip::udp;
constexpr address_family v4 = address_family::v4, v6 = address_family::v6;

/// A name server on loopback, which knows these names:
///
///     both.test       AAAA 2001:db8::1 and 2001:db8::2, A 192.0.2.1
///     v4.test         A 192.0.2.1
///     large.test      A 192.0.2.1 to 192.0.2.99, which only TCP has room for
///     broken.test     SERVFAIL
///     silent.test     no answer
///
/// All others are NXDOMAIN.
class name_server {
 public:
  explicit name_server(asio::io_context& io) : socket_(io), acceptor_(io), connection_(io) {
    for (int tries = 0; !bind();)
      if (++tries == 100) throw std::runtime_error("no port is free by UDP and by TCP");
    acceptor_.listen();
    receive();
    accept();
  }

  std::string address() const { return "127.0.0.1:" + std::to_string(port()); }

  /// "AAAA both.test", as they came, and "A large.test by TCP".
  std::vector<std::string> asked;

 private:
  unsigned short port() const { return socket_.local_endpoint().port(); }

  /// The same port by UDP and by TCP, which somebody else may have: false.
  bool bind() {
    const auto loopback = asio::ip::address_v4::loopback();
    socket_ = udp::socket(socket_.get_executor(), {loopback, 0});
    acceptor_ = tcp::acceptor(acceptor_.get_executor(), tcp::v4());
    error_code in_use;
    acceptor_.bind({loopback, port()}, in_use);
    return !in_use;
  }

  void receive() {
    socket_.async_receive_from(asio::buffer(query_), from_,
                               [this](error_code failed, std::size_t n) {
                                 if (failed) return;
                                 const std::string reply = reply_to({query_, n}, false);
                                 if (!reply.empty()) socket_.send_to(asio::buffer(reply), from_);
                                 receive();
                               });
  }

  /// One query by TCP, whose length is before it.
  void accept() {
    acceptor_.async_accept(connection_, [this](error_code failed) {
      if (failed) return;
      connection_.async_read_some(asio::buffer(query_), [this](error_code broken, std::size_t n) {
        if (broken || n < 2) return;
        const std::string reply = reply_to({query_ + 2, n - 2}, true);
        const std::string length{char(reply.size() >> 8), char(reply.size() & 0xFF)};
        asio::write(connection_, asio::buffer(length + reply));
      });
    });
  }

  std::string reply_to(std::string_view query, bool by_tcp) {
    constexpr std::size_t header = 12;
    std::string name;
    std::size_t at = header;
    while (at < query.size() && query[at] != 0) {
      if (!name.empty()) name += '.';
      const auto length = std::size_t(query[at]);
      name += query.substr(at + 1, length);
      at += length + 1;
    }
    const bool six = query[at + 2] == 28;
    asked.push_back((six ? "AAAA " : "A ") + name + (by_tcp ? " by TCP" : ""));
    if (name == "silent.test") return "";

    std::vector<std::string> addresses;
    if (name == "both.test" && six) addresses = {"2001:db8::1", "2001:db8::2"};
    if ((name == "both.test" || name == "v4.test") && !six) addresses = {"192.0.2.1"};
    if (name == "large.test" && by_tcp)
      for (int i = 1; i < 100; ++i) addresses.push_back("192.0.2." + std::to_string(i));
    const bool known = name == "both.test" || name == "v4.test" || name == "large.test";
    std::string reply(query.substr(0, at + 5));
    reply[2] = char(name == "large.test" && !by_tcp ? 0x86 : 0x84);  // authoritative; truncated
    reply[3] = char(name == "broken.test" ? 2 : known ? 0 : 3);
    reply[7] = char(addresses.size());
    reply[9] = reply[11] = 0;  // without the additional section
    for (const std::string& a : addresses) {
      const auto address = asio::ip::make_address(a);
      const std::string type_class_ttl{0, char(six ? 28 : 1), 0, 1, 0, 0, 0, 60};
      reply += "\xC0\x0C" + type_class_ttl + '\0' + char(six ? 16 : 4);
      if (six)
        for (const auto b : address.to_v6().to_bytes()) reply += char(b);
      else
        for (const auto b : address.to_v4().to_bytes()) reply += char(b);
    }
    return reply;
  }

  udp::socket socket_;
  udp::endpoint from_;
  tcp::acceptor acceptor_;
  tcp::socket connection_;
  char query_[512];
};

/// A network with that name server, and a resolver that asks it.
class network {
 public:
  template <class T> ending<T> run(task<T> t) {
    ending<T> end;
    co_spawn(io, std::move(t), into(end));
    while (end.calls == 0) io.run_one();
    return end;
  }

  result<found_endpoints> ask(std::string host, address_family family, std::string service = "80") {
    std::optional<result<found_endpoints>> answer;
    auto asks = [](cares_resolver& r, std::string h, std::string s, address_family f,
                   std::optional<result<found_endpoints>>& a) -> task<> {
      a.emplace(co_await as_result(r.resolve(h, s, f)));
    };
    run(asks(dns, std::move(host), std::move(service), family, answer));
    REQUIRE(answer);
    return *std::move(answer);
  }

  asio::io_context io;
  name_server server{io};
  cares_resolver dns{server.address()};
};

using those = std::vector<std::string>;

}  // namespace

TEST_CASE("c-ares: each family alone, in the order of the answer", "[R3]") {
  network net;
  CHECK(texts(net.ask("both.test", v6)) == those{"[2001:db8::1]:80", "[2001:db8::2]:80"});
  CHECK(texts(net.ask("both.test", v4, "443")) == those{"192.0.2.1:443"});
  CHECK(net.server.asked == those{"AAAA both.test", "A both.test"});
}

TEST_CASE("c-ares: queries leave in the order in which they are asked for, IPv6 first", "[R1]") {
  network net;
  auto both = [](cares_resolver& r) -> task<std::size_t> {
    auto [six, four] =
        co_await join(r.resolve("both.test", "1", v6), r.resolve("both.test", "1", v4));
    co_return six.size() * 10 + four.size();
  };
  for (int i = 0; i < 20; ++i) {
    net.server.asked.clear();
    CHECK(net.run(both(net.dns)).value == 21U);
    CHECK(net.server.asked == those{"AAAA both.test", "A both.test"});
  }
}

TEST_CASE("c-ares: a name that has no address of the family is an empty list", "[R7]") {
  network net;
  CHECK(net.ask("v4.test", v6)->empty());
  CHECK(texts(net.ask("v4.test", v4)) == those{"192.0.2.1:80"});
}

TEST_CASE("c-ares: other negative answers are errors, which name family, host and service",
          "[R7]") {
  network net;
  const auto unknown = net.ask("unknown.test", v6);
  CHECK(code_of(unknown) == asio::error::host_not_found);
  CHECK(unknown.error().about() == "IPv6 unknown.test 80");
  CHECK(code_of(net.ask("broken.test", v4)) == asio::error::host_not_found_try_again);
  CHECK(code_of(net.ask("both.test", v4, "no-such-service")) == asio::error::service_not_found);
}

TEST_CASE("c-ares: a service by name") {
  if (!::getservbyname("https", "tcp")) return;  // the system knows no names of services
  network net;
  CHECK(texts(net.ask("both.test", v4, "https")) == those{"192.0.2.1:443"});
}

TEST_CASE("c-ares: an answer that has no room in a datagram comes by TCP") {
  network net;
  const auto files = open_files();
  const auto found = texts(net.ask("large.test", v4));
  CHECK(found.size() == 99U);
  CHECK(found.back() == "192.0.2.99:80");
  CHECK(net.server.asked == those{"A large.test", "A large.test by TCP"});
  CHECK(open_files() == files + 1);  // the server's end
}

TEST_CASE("c-ares: a query that is stopped is over, and its socket closed") {
  network net;
  const auto files = open_files();
  auto gives_up = [](cares_resolver& r) -> task<std::error_code> {
    auto found = co_await as_result(timeout(r.resolve("silent.test", "80", v6), 20ms));
    co_return found ? std::error_code() : found.error().code();
  };
  CHECK(net.run(gives_up(net.dns)).value == std::errc::timed_out);
  CHECK(open_files() == files);
}

TEST_CASE("c-ares: a query that hangs holds up no other") {
  network net;
  auto first = [](cares_resolver& r) -> task<std::size_t> {
    auto found = co_await race(r.resolve("silent.test", "1", v6), r.resolve("both.test", "1", v4));
    co_return found.size();
  };
  CHECK(net.run(first(net.dns)).value == 1U);
}

#ifndef EYEBALLS_ONLY_POSIX  // has no way to ask how patient the system is
TEST_CASE("c-ares: it asks a silent server as often, and as long, as the system would", "[D27]") {
  network net;
  const auto silent = net.ask("silent.test", v6);
  REQUIRE(silent.has_error());
  CHECK(to_asio(silent.error().code()) == asio::error::host_not_found_try_again);
  CHECK(net.server.asked == those{"AAAA silent.test"});
}

TEST_CASE("the system's patience is that of its configuration", "[D27]") {
  const auto found = detail::find_resolver_patience();
  REQUIRE(found);
  CHECK(found->timeout == 3s);
  CHECK(found->attempts == 1);
}
#endif

TEST_CASE("c-ares: once stopped, nothing is asked") {
  network net;
  auto late = [](cares_resolver& r) -> task<> {
    auto slept = co_await as_outcome(sleep(1h));
    CHECK(slept.stopped());
    co_await r.resolve("both.test", "80", v6);
  };
  auto stops = [](task<> t) -> task<std::error_code> {
    auto ended = co_await as_result(timeout(std::move(t), 1ms));
    co_return ended ? std::error_code() : ended.error().code();
  };
  CHECK(net.run(stops(late(net.dns))).value == std::errc::timed_out);
  net.io.poll();
  CHECK(net.server.asked.empty());
}

TEST_CASE("c-ares: a context dies under queries") {
  const auto files = open_files();
  for (int steps = 0; steps < 8; ++steps) {
    bool went_on = false;
    {
      network net;
      auto all = [](cares_resolver& r, bool& on) -> task<> {
        co_await join(r.resolve("silent.test", "1", v6), r.resolve("silent.test", "1", v4),
                      r.resolve("both.test", "1", v4));
        on = true;
      };
      co_spawn(net.io, all(net.dns, went_on), [&](std::exception_ptr) { went_on = true; });
      for (int i = 0; i < steps; ++i) net.io.run_one_for(5ms);
    }
    CHECK_FALSE(went_on);
  }
  CHECK(open_files() == files);
}

TEST_CASE("c-ares: what is wrong with the list of servers is an error") {
  cares_resolver dns("not an address");
  auto asks = [](cares_resolver& r) -> task<std::error_code> {
    auto found = co_await as_result(r.resolve("both.test", "80", v6));
    co_return found ? std::error_code() : found.error().code();
  };
  const auto end = run_in_context(asks(dns));
  REQUIRE(end.value);
  CHECK(to_asio(*end.value) == asio::error::no_recovery);
}

TEST_CASE("outside of a tree that runs on Asio, c-ares is an error") {
  cares_resolver dns;
  auto ended = run_in_virtual_time(dns.resolve("both.test", "80", v4));
  REQUIRE(ended.has_error());
  CHECK(ended.error().code() == std::errc::operation_not_supported);
}

TEST_CASE("whether c-ares can read name servers is known before a lookup") {
  for (const char* good : {"", "192.0.2.53", "192.0.2.53:5353", "::1", "[2001:db8::53]:53",
                           "192.0.2.53,[2001:db8::53]:53"}) {
    INFO(good);
    CHECK(cares_resolver::valid_servers(good));
  }
  for (const char* wrong : {"nonsense", "localhost", "192.0.2.53:x", "192.0.2.53 ", ",",
                            "192.0.2.53,nonsense", "192.0.2.53;192.0.2.54"}) {
    INFO(wrong);
    CHECK_FALSE(cares_resolver::valid_servers(wrong));
  }
}
