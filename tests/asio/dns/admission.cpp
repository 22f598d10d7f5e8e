// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/dns/admission.hpp"

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "eyeballs/testing/virtual_time.hpp"
#include "support/addresses.hpp"
#include "support/connects.hpp"

using detail::admission;
using detail::finder;
using report = connect_report<tcp::endpoint>;
using support::ip;

namespace {

/// Refuses what is in a list of addresses, and notes what it was asked.
class refuses final : public address_filter {
 public:
  explicit refuses(std::vector<std::string> refused) : refused_(std::move(refused)) {}

  strings asked;

 private:
  error_code admit(const tcp::endpoint& found) override {
    asked.push_back(found.address().to_string());
    for (const std::string& address : refused_)
      if (found.address() == asio::ip::make_address(address)) return asio::error::access_denied;
    return {};
  }

  std::vector<std::string> refused_;
};

/// An admission, and what it needs.
struct judge {
  explicit judge(connect_options o = {}, finder by = finder::a_query)
      : options(o), admits(by, options, ways, told) {}

  std::vector<tcp::endpoint> admitted(const std::vector<std::string>& found) {
    return run_in_virtual_time(admits.admitted(endpoints(found))).value();
  }

  std::vector<tcp::endpoint> reachable(const std::vector<std::string>& admitted) {
    return run_in_virtual_time(admits.reachable(endpoints(admitted))).value();
  }

  /// What was left out, with the reasons.
  strings left_out() const {
    strings all;
    for (const auto& omission : told.left_out) {
      CHECK(omission.why.about().starts_with(to_string(omission.endpoint)));
      all.push_back(omission.why.message());
    }
    return all;
  }

  connect_options options;
  detail::paths ways;
  report told;
  admission admits;
};

std::string text_of(std::errc code) { return std::make_error_code(code).message(); }

/// 127.0.0.1, 127.0.0.2, ...
std::vector<tcp::endpoint> many(std::size_t count) {
  std::vector<tcp::endpoint> all;
  for (unsigned i = 1; i <= count; ++i)
    all.emplace_back(asio::ip::address_v4((127u << 24) + i), std::uint16_t(80));
  return all;
}

}  // namespace

TEST_CASE("what is admitted of what was found", "[D24]") {
  const struct {
    const char* found;
    finder by;
    const char* admitted;  // empty: it is left out
  } rows[] = {
      {"192.0.2.1", finder::a_query, "192.0.2.1"},
      {"2001:db8::1", finder::a_query, "2001:db8::1"},
      {"::ffff:192.0.2.1", finder::a_query, "192.0.2.1"},
      {"::ffff:192.0.2.1", finder::caller, "192.0.2.1"},
      {"0.0.0.0", finder::a_query, ""},
      {"::", finder::a_query, ""},
      {"::ffff:0.0.0.0", finder::a_query, ""},
      {"0.0.0.0", finder::caller, "0.0.0.0"},
      {"::", finder::caller, "::"},
      {"::ffff:0.0.0.0", finder::caller, "0.0.0.0"},
      {"0.0.0.1", finder::a_query, "0.0.0.1"},
      {"::2", finder::a_query, "::2"},
  };

  for (const auto& r : rows) {
    INFO(r.found);
    judge j({}, r.by);
    const bool passes = *r.admitted != '\0';
    CHECK(j.admitted({r.found}) ==
          (passes ? endpoints({r.admitted}) : std::vector<tcp::endpoint>()));
    CHECK(j.told.left_out.size() == (passes ? 0 : 1));
  }
}

TEST_CASE("what is left out is told, with the reason", "[D24]") {
  judge j;
  CHECK(j.admitted({"192.0.2.1", "::ffff:0.0.0.0"}) == endpoints({"192.0.2.1"}));
  REQUIRE(j.told.left_out.size() == 1);
  CHECK(j.told.left_out[0].endpoint == endpoint("0.0.0.0"));
  CHECK(j.left_out() == strings{"0.0.0.0:80, which is no address of a host: " +
                                text_of(std::errc::address_not_available)});
}

TEST_CASE("an address that is found in several forms, and twice, is one", "[D24][D33]") {
  refuses nothing({});
  judge j({.admit = &nothing});
  CHECK(j.admitted({"192.0.2.1", "::ffff:192.0.2.1", "192.0.2.2", "192.0.2.1"}) ==
        endpoints({"192.0.2.1", "192.0.2.2"}));
  CHECK(nothing.asked == strings{"192.0.2.1", "192.0.2.2"});
}

TEST_CASE("a filter is asked once for each address, also if a later answer names it", "[D33]") {
  refuses one({"192.0.2.1"});
  judge j({.admit = &one});
  for (int answers = 0; answers < 2; ++answers)
    CHECK(j.admitted({"192.0.2.1", "192.0.2.2"}) == endpoints({"192.0.2.2"}));
  CHECK(one.asked == strings{"192.0.2.1", "192.0.2.2"});
  CHECK(j.left_out() == strings{"192.0.2.1:80, which the application does not admit: " +
                                error_code(asio::error::access_denied).message()});
}

TEST_CASE("a filter is asked for what the caller has given, too", "[D33]") {
  refuses loopback({"127.0.0.1"});
  judge j({.admit = &loopback}, finder::caller);
  CHECK(j.admitted({"::ffff:127.0.0.1"}).empty());
  CHECK(loopback.asked == strings{"127.0.0.1"});
}

TEST_CASE("a filter is asked for the IPv4 address that an IPv6 address stands for", "[D33]") {
  refuses private_one({"10.1.2.3"});
  judge j({.admit = &private_one});
  j.ways.set_translators({nat64_prefix(ip("2001:db8:64::"), 96)});
  CHECK(j.admitted({"64:ff9b::10.1.2.3", "2001:db8:64::10.1.2.3", "2001:db8:65::10.1.2.3"}) ==
        endpoints({"2001:db8:65::10.1.2.3"}));
  CHECK(private_one.asked == strings{"64:ff9b::a01:203", "10.1.2.3", "2001:db8:64::a01:203",
                                     "10.1.2.3", "2001:db8:65::a01:203"});
  REQUIRE(j.told.left_out.size() == 2);
  CHECK(j.told.left_out[1].endpoint == endpoint("2001:db8:64::10.1.2.3"));
}

TEST_CASE("what a filter throws refuses the address, and is told", "[D33]") {
  struct : address_filter {
    error_code admit(const tcp::endpoint&) override { throw std::runtime_error("no list"); }
  } throws;

  judge j({.admit = &throws});
  CHECK(j.admitted({"192.0.2.1"}).empty());
  REQUIRE(j.told.left_out.size() == 1);
  CHECK(j.told.left_out[0].why.code() == errc::exception);
  REQUIRE(j.told.left_out[0].why.causes().size() == 1);
  CHECK(j.told.left_out[0].why.causes()[0].about() == "no list");
}

TEST_CASE("which family the local addresses restrict a connect to", "[D32]") {
  const asio::ip::address_v4 four = asio::ip::address_v4::loopback();
  const asio::ip::address_v6 six = asio::ip::address_v6::loopback();
  CHECK(detail::only_family({}) == std::nullopt);
  CHECK(detail::only_family({.local_v4 = four}) == address_family::v4);
  CHECK(detail::only_family({.local_v6 = six}) == address_family::v6);
  CHECK(detail::only_family({.local_v4 = four, .local_v6 = six}) == std::nullopt);
}

TEST_CASE("what no socket can be bound for is left out, and told", "[D32]") {
  const std::vector<std::string> both{"192.0.2.1", "2001:db8::1"};
  const std::string why =
      ", whose family has no local address: " + text_of(std::errc::address_family_not_supported);
  judge four({.local_v4 = asio::ip::address_v4::loopback()});
  CHECK(four.reachable(both) == endpoints({"192.0.2.1"}));
  CHECK(four.left_out() == strings{"[2001:db8::1]:80" + why});
  judge six({.local_v6 = asio::ip::address_v6::loopback()});
  CHECK(six.reachable(both) == endpoints({"2001:db8::1"}));
  CHECK(six.left_out() == strings{"192.0.2.1:80" + why});
  judge any;
  CHECK(any.reachable(both) == endpoints(both));
  CHECK(any.told.left_out.empty());
}

TEST_CASE("a connect is restricted to the family of its one local address", "[D32]") {
  if (!has_ipv6()) return;
  asio::io_context io;
  const refusing_port nobody;
  scripted_resolver names;
  names.v6 = {endpoint("::1", nobody.number())};
  names.v4 = {endpoint_of(nobody)};
  observer log;
  const auto end = connect_as_task(
      io, "two.test", nobody.port(),
      {.local_v4 = asio::ip::address_v4::loopback(), .resolver = &names, .observer = &log});
  CHECK(!end.connected);
  CHECK(log.log == strings{"0 starts 127.0.0.1", "0 failed: " + refused_text()});
}

TEST_CASE("of a long answer the first ones are admitted, and the others counted", "[D34]") {
  refuses nothing({});
  judge j({.max_addresses = 3, .admit = &nothing});
  CHECK(run_in_virtual_time(j.admits.admitted(many(10))).value() == many(3));
  CHECK(j.told.beyond_the_limit == 7);
  CHECK(nothing.asked.size() == 3);
  CHECK(run_in_virtual_time(j.admits.reachable(many(5))).value() == many(3));
  CHECK(j.told.beyond_the_limit == 9);
}

TEST_CASE("a long answer lets other handlers in", "[D34]") {
  asio::io_context io;
  judge j;
  ending<std::vector<tcp::endpoint>> end;
  co_spawn(io, j.admits.admitted(many(512)), into(end));
  int others = 0;
  const auto other = [&](auto self) -> void {
    if (end.calls == 0)
      asio::post(io, [&others, self] {
        ++others;
        self(self);
      });
  };
  other(other);
  io.run();
  REQUIRE(end.value);
  CHECK(end.value->size() == 512);
  CHECK(others >= 7);
}

TEST_CASE("a long answer lets other work in, and its sources are known at its end", "[D34]") {
  judge j;
  virtual_time time;
  int others = 0;
  auto& root = time.start(j.admits.admitted(many(512)));
  time.start([](const virtual_run<std::vector<tcp::endpoint>>& r, int& count) -> task<> {
    for (; !r.ended(); ++count) co_await sleep(duration::zero());
  }(root, others));
  time.run();
  CHECK(*root.end() == many(512));
  CHECK(others >= 7);
  const support::no_more_files none;  // a question would need a socket
  CHECK(j.ways.source_of(ip("127.0.2.0")) == ip("127.0.0.1"));
}
