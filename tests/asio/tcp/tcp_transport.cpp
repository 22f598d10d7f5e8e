// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/tcp/tcp_transport.hpp"

#include "support/asio.hpp"

TEST_CASE("options: a round-trip time that a history knows makes the delay: a second SYN's",
          "[R24]") {
  asio::io_context io;
  const tcp::endpoint known(asio::ip::make_address("192.0.2.1"), 80);
  const tcp::endpoint other(asio::ip::make_address("192.0.2.2"), 80);
  history past;
  past.add_rtt("here", address_of(known), 60ms);
  const connect_options options{.history = &past, .history_key = "here"};
  const connect_options elsewhere{.history = &past, .history_key = "elsewhere"};
  detail::paths ways;
  const detail::tcp_transport transport(io.get_executor(), options, ways);
  CHECK(transport.delay_of(known) == 180ms);
  CHECK(transport.delay_of(other) == std::nullopt);
  CHECK(detail::tcp_transport(io.get_executor(), elsewhere, ways).delay_of(known) == std::nullopt);
}

TEST_CASE("the delay by the longest of round-trip times does not overflow", "[R24][R28]") {
  asio::io_context io;
  const tcp::endpoint there(asio::ip::make_address("192.0.2.1"), 80);
  for (const duration rtt : {duration(1h), duration::max() / 2, duration::max()}) {
    history past;
    past.add_rtt("here", address_of(there), rtt);
    const connect_options options{.history = &past, .history_key = "here"};
    detail::paths ways;
    const detail::tcp_transport transport(io.get_executor(), options, ways);
    CHECK(transport.delay_of(there) > options.maximum_attempt_delay);
  }
}

TEST_CASE("options: what may be the time of a second SYN is no round-trip time, but a use",
          "[R12]") {
  const auto learned = [](duration took) {
    const ip_address there = to_ip_address(asio::ip::make_address("192.0.2.1"));
    history past;
    detail::remember({.history = &past, .history_key = "here"}, there, took);
    CHECK(past.view("here").used(there));
    return past.view("here").rtt(there);
  };
  CHECK(learned(999ms) == 999ms);
  CHECK(learned(1s) == std::nullopt);
}

TEST_CASE("one endpoint alone needs no source address to be sorted", "[D34]") {
  asio::io_context io;
  const connect_options options;
  detail::paths ways;
  detail::tcp_transport transport(io.get_executor(), options, ways);
  CHECK(transport.sort(endpoints({"127.0.0.1"})) == endpoints({"127.0.0.1"}));
  const support::no_more_files none;
  CHECK(ways.source_of(address_of(endpoint("127.0.0.1"))) == std::nullopt);  // not asked before
}

TEST_CASE("a late answer asks for no source address again", "[D34]") {
  asio::io_context io;
  const connect_options options;
  detail::paths ways;
  detail::tcp_transport transport(io.get_executor(), options, ways);
  CHECK(transport.sort(endpoints({"255.255.255.255", "127.0.0.1"})) ==
        endpoints({"127.0.0.1", "255.255.255.255"}));
  const support::no_more_files none;
  CHECK(transport.sort(endpoints({"255.255.255.255", "127.0.0.1"})) ==
        endpoints({"127.0.0.1", "255.255.255.255"}));
}
