// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/tcp/attempt_error.hpp"

#include "support/asio.hpp"

namespace {

const std::error_code wrong = std::make_error_code(std::errc::invalid_argument);

error refused_with(const std::error_code& code, const tcp::endpoint& e) {
  return detail::socket_error(code, e);
}

}  // namespace

TEST_CASE("an invalid argument of a connect is about the network: a blackhole", "[D29]") {
  for (const char* address : {"192.0.2.1", "2001:db8::1"}) {
    const error why = refused_with(wrong, endpoint(address));
    CHECK(why.code() == std::make_error_code(std::errc::network_unreachable));
    CHECK(why.causes().empty());
  }
}

TEST_CASE("a link-local address without a zone is a wrong argument, and that is said", "[D29]") {
  const error why = refused_with(wrong, endpoint("fe80::1"));
  CHECK(why.code() == wrong);
  CHECK(why.about() == "[fe80::1]:80");
  CHECK(why.message().find("needs a zone") != std::string::npos);

  const asio::ip::address_v6 zoned(asio::ip::make_address_v6("fe80::1").to_bytes(), 1);
  CHECK(refused_with(wrong, {zoned, 80}).code() == std::errc::network_unreachable);
}

TEST_CASE("any other code of a connect is as the system says, and the endpoint is told", "[D30]") {
  const auto refusal = std::make_error_code(std::errc::connection_refused);
  const error why = refused_with(refusal, endpoint("fe80::1"));
  CHECK(why.code() == refusal);
  const auto* const attempt = why.subject_as<attempt_subject<tcp::endpoint>>();
  REQUIRE(attempt);
  CHECK(attempt->endpoint == endpoint("fe80::1"));
  CHECK(attempt->reached == time_limit::none);
}

TEST_CASE("what a preparer has thrown with a code of Asio's is a std::errc, too", "[D29]") {
  const std::error_code thrown = error_code(asio::error::access_denied);
  const error why = detail::attempt_error(error(thrown), endpoint("192.0.2.1"));
  CHECK(why.code() == std::errc::permission_denied);
  CHECK(why.subject_as<attempt_subject<tcp::endpoint>>());
}
