// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/tls.hpp"

#include <chrono>
#include <string>
#include <vector>

#include "support/tls.hpp"

// TLS in the race.

namespace {

using tcp_attempt = attempt_subject<tcp::endpoint>;

/// Whom the servers and the clients of these tests know.
const identity& authority() {
  static const identity made("the authority");
  return made;
}

const identity& stranger() {
  static const identity made("a stranger");
  return made;
}

/// The handshakes of servers that are under way are done, too.
void settle(asio::io_context& io, const tls_server& server, std::size_t handshakes) {
  while (server.names().size() < handshakes) io.run_one();
}

constexpr const char* unknown_issuer = "unable to get local issuer certificate";

/// What a failed attempt says of its endpoint's certificate.
std::string reason_of(const error& attempt, const tcp::endpoint& to) {
  REQUIRE(attempt.subject_as<tcp_attempt>());
  CHECK(attempt.subject_as<tcp_attempt>()->endpoint == to);
  CHECK(attempt.subject_as<tcp_attempt>()->stage == attempt_stage::establish);
  CHECK(attempt.code().category().name() == std::string("asio.ssl"));
  CHECK(ERR_GET_REASON(static_cast<unsigned long>(attempt.code().value())) ==
        SSL_R_CERTIFICATE_VERIFY_FAILED);
  REQUIRE(attempt.causes().size() == 1);
  return attempt.causes()[0].about();
}

}  // namespace

TEST_CASE("tls: a name is verified, and sent to the server, without the dot at its end") {
  asio::io_context io;
  auto context = trusting(authority());
  tls_server server(io, identity("DNS:host.test", authority()));
  scripted_resolver names;
  names.v4 = {server.endpoint()};
  const tls_options options{.connect = {.resolver = &names}};
  for (const char* host : {"host.test", "host.test."}) {
    const auto end = tls_with(io, context, host, "443", options);
    CHECK(end.connected);
    CHECK(end.peer == server.endpoint());
    CHECK(end.alpn.empty());
  }
  settle(io, server, 2);
  CHECK(server.names() == strings{"host.test", "host.test"});
}

TEST_CASE("tls: an address is verified, and not sent to the server") {
  asio::io_context io;
  auto context = trusting(authority());
  tls_server server(io, identity("IP:127.0.0.1", authority()));
  observer sees;
  const auto end =
      tls_with(io, context, "127.0.0.1", server.port(), {.connect = {.observer = &sees}});
  CHECK(end.connected);
  settle(io, server, 1);
  CHECK(server.names() == strings{"-"});
  CHECK(sees.log == strings{"0 starts 127.0.0.1", "0 connected"});

  tls_server other(io, identity("IP:127.0.0.2", authority()));
  const auto wrong = tls_with(io, context, "127.0.0.1", other.port());
  REQUIRE(wrong.why.causes().size() == 1);
  CHECK(reason_of(wrong.why.causes()[0], other.endpoint()) ==
        "the certificate of 127.0.0.1: IP address mismatch");
}

TEST_CASE("tls: a verification is made, whatever the context says of it") {
  asio::io_context io;
  auto context = trusting(authority());
  context.set_verify_mode(asio::ssl::verify_none);
  tls_server server(io, identity("IP:127.0.0.1", stranger()));
  const auto end = tls_with(io, context, "127.0.0.1", server.port());
  CHECK(!end.connected);
  REQUIRE(end.why.causes().size() == 1);
  CHECK(reason_of(end.why.causes()[0], server.endpoint()) ==
        std::string("the certificate of 127.0.0.1: ") + unknown_issuer);
}

TEST_CASE("tls: a certificate is for the host, also where the context accepts any") {
  asio::io_context io;
  auto context = trusting(authority());
  const auto accept_any = [](X509_STORE_CTX*, void*) { return 1; };
  SSL_CTX_set_cert_verify_callback(context.native_handle(), accept_any, nullptr);
  tls_server misnamed(io, identity("IP:127.0.0.2", authority()));
  const auto wrong = tls_with(io, context, "127.0.0.1", misnamed.port());
  REQUIRE(wrong.why.causes().size() == 1);
  CHECK(reason_of(wrong.why.causes()[0], misnamed.endpoint()) ==
        "the certificate of 127.0.0.1: it is for another host");
  tls_server right(io, identity("IP:127.0.0.1", authority()));
  CHECK(tls_with(io, context, "127.0.0.1", right.port()).connected);
}

TEST_CASE("tls: a server without a certificate is none, also where the context wants none") {
  asio::io_context io;
  auto context = trusting(authority());
  SSL_CTX_set_cipher_list(context.native_handle(), "aNULL:@SECLEVEL=0");
  tls_server server(io, identity("IP:127.0.0.1", authority()));
  server.be_anonymous();
  const auto end = tls_with(io, context, "127.0.0.1", server.port());
  CHECK(!end.connected);
  REQUIRE(end.why.causes().size() == 1);
  CHECK(reason_of(end.why.causes()[0], server.endpoint()) ==
        "the certificate of 127.0.0.1: there is none");
}

TEST_CASE("tls: a host that begins with a dot is a wrong argument") {
  asio::io_context io;
  auto context = trusting(authority());
  tls_server server(io, identity("DNS:below.host.test", authority()));
  scripted_resolver names;
  names.v4 = {server.endpoint()};
  for (const char* host : {".host.test", "."}) {
    const auto end = tls_with(io, context, host, "443", {.connect = {.resolver = &names}});
    CHECK(!end.connected);
    CHECK(end.why.code() == std::errc::invalid_argument);
  }
}

TEST_CASE("tls: a verify callback of the context may refuse, and can't accept what is wrong") {
  asio::io_context io;
  bool accepts = true;
  int calls = 0;
  auto context = trusting(authority());
  context.set_verify_callback([&](bool, asio::ssl::verify_context&) {
    ++calls;
    return accepts;
  });
  tls_server server(io, identity("IP:127.0.0.1", authority()));
  tls_server misnamed(io, identity("IP:127.0.0.2", authority()));
  CHECK(tls_with(io, context, "127.0.0.1", server.port()).connected);
  CHECK(calls > 0);
  CHECK(!tls_with(io, context, "127.0.0.1", misnamed.port()).connected);

  accepts = false;
  const auto end = tls_with(io, context, "127.0.0.1", server.port());
  CHECK(!end.connected);
  REQUIRE(end.why.causes().size() == 1);
  CHECK(reason_of(end.why.causes()[0], server.endpoint()) ==
        "the certificate of 127.0.0.1: application verification failure");
}

TEST_CASE("tls: a wrong certificate costs no delay, and its endpoint and reason are told") {
  asio::io_context io;
  auto context = trusting(authority());
  tls_server wrong(io, identity("DNS:other.test", authority()));
  tls_server right(io, identity("DNS:host.test", authority()));
  scripted_resolver names;
  names.v4 = {wrong.endpoint(), right.endpoint()};
  observer sees;
  connect_report<tcp::endpoint> report;
  const tls_options options{.connect = {.attempt_delay = duration::max(),
                                        .resolver = &names,
                                        .observer = &sees,
                                        .report = &report}};
  const auto end = tls_with(io, context, "host.test", "443", options);
  CHECK(end.connected);
  CHECK(end.peer == right.endpoint());
  REQUIRE(sees.log.size() == 4);
  CHECK(sees.log[1].starts_with("0 failed: certificate verify failed"));
  CHECK(sees.log[3] == "1 connected");
  REQUIRE(report.attempts.size() == 2);
  REQUIRE(report.attempts[0].why);
  CHECK(reason_of(*report.attempts[0].why, wrong.endpoint()) ==
        "the certificate of host.test: hostname mismatch");
  CHECK(report.attempts[0].why->message().starts_with(to_string(wrong.endpoint()) +
                                                      ", establish: certificate verify failed"));
}

TEST_CASE("tls: all are wrong: one error, and each endpoint's reason") {
  asio::io_context io;
  auto context = trusting(authority());
  tls_server misnamed(io, identity("DNS:other.test", authority()));
  tls_server unknown(io, identity("DNS:host.test", stranger()));
  const refusing_port nobody;
  scripted_resolver names;
  names.v4 = {misnamed.endpoint(), unknown.endpoint(), endpoint_of(nobody)};
  const auto end = tls_with(io, context, "host.test", "443", {.connect = {.resolver = &names}});
  CHECK(!end.connected);
  CHECK(end.why.about() == "all 3 attempts to connect failed");
  REQUIRE(end.why.causes().size() == 3);
  CHECK(reason_of(end.why.causes()[0], misnamed.endpoint()) ==
        "the certificate of host.test: hostname mismatch");
  CHECK(reason_of(end.why.causes()[1], unknown.endpoint()) ==
        std::string("the certificate of host.test: ") + unknown_issuer);
  CHECK(end.why.causes()[2].code() == std::errc::connection_refused);
}

TEST_CASE("tls: a server that never answers the handshake costs a delay and its extension") {
  asio::io_context io;
  auto context = trusting(authority());
  greeter mute(io, "");
  tls_server healthy(io, identity("DNS:host.test", authority()));
  scripted_resolver names;
  names.v4 = {mute.endpoint(), healthy.endpoint()};
  observer sees;
  const tls_options options{
      .connect = {.attempt_delay = 50ms, .resolver = &names, .observer = &sees}};
  const auto start = std::chrono::steady_clock::now();
  const auto end = tls_with(io, context, "host.test", "443", options);
  const auto took = std::chrono::steady_clock::now() - start;
  CHECK(took >= 50ms);
  CHECK(took < 5s);  // on a busy machine, too
  CHECK(end.connected);
  CHECK(end.peer == healthy.endpoint());
  CHECK(sees.log ==
        strings{"0 starts 127.0.0.1", "1 starts 127.0.0.1", "1 connected", "0 stopped"});
}

TEST_CASE("tls: a server that is none is named") {
  asio::io_context io;
  auto context = trusting(authority());
  greeter plain(io, "220 this is no TLS\r\n");
  const auto end = tls_with(io, context, "127.0.0.1", plain.port());
  REQUIRE(end.why.causes().size() == 1);
  CHECK(end.why.causes()[0].about() == to_string(plain.endpoint()) + ", establish");
  REQUIRE(end.why.causes()[0].causes().size() == 1);
  CHECK(end.why.causes()[0].causes()[0].about() == "TLS with 127.0.0.1");
}

TEST_CASE("tls: the protocol that the server chooses is told") {
  asio::io_context io;
  auto context = trusting(authority());
  tls_server server(io, identity("IP:127.0.0.1", authority()), "http/1.1");
  CHECK(tls_with(io, context, "127.0.0.1", server.port(), {.alpn = "h2,http/1.1"}).alpn ==
        "http/1.1");
  CHECK(tls_with(io, context, "127.0.0.1", server.port(), {.alpn = "h2"}).alpn.empty());
  CHECK(tls_with(io, context, "127.0.0.1", server.port()).alpn.empty());
}

TEST_CASE("tls: a list of protocols that is none is a wrong argument") {
  asio::io_context io;
  auto context = trusting(authority());
  const std::string long_name(256, 'x');
  for (const std::string& alpn : {std::string(","), std::string("h2,"), std::string(",h2"),
                                  std::string("h2,,h3"), long_name}) {
    const auto end = tls_with(io, context, "127.0.0.1", "443", {.alpn = alpn});
    CHECK(end.why.code() == std::errc::invalid_argument);
  }
  CHECK(*detail::alpn_as_sent("h2,http/1.1") == "\2h2\10http/1.1");
  CHECK(detail::alpn_as_sent(long_name.substr(1)).has_value());
}

TEST_CASE("tls: whom a certificate has to be for") {
  const auto peer = [](const char* host) {
    const detail::tls_peer p(host);
    return p.name() + (p.is_address() ? " address" : " name");
  };
  CHECK(peer("host.test") == "host.test name");
  CHECK(peer("host.test.") == "host.test name");
  CHECK(peer("192.0.2.1") == "192.0.2.1 address");
  CHECK(peer("2001:db8::1") == "2001:db8::1 address");
  CHECK(peer("fe80::1%eth0") == "fe80::1 address");
  CHECK(peer("[fe80::1%eth0]") == "fe80::1 address");
  CHECK(peer("[2001:db8::1]") == "2001:db8::1 address");
  CHECK(peer("::ffff:192.0.2.1") == "192.0.2.1 address");
  CHECK(peer("127.1") == "127.0.0.1 address");
}

TEST_CASE("tls: behind a translator, and in all else, it is a connect") {
  struct : socket_preparer {
    error_code prepare(tcp::socket&, const tcp::endpoint&) override { return {}; }

    error_code prepare_translated(tcp::socket&, const tcp::endpoint&,
                                  const tcp::endpoint& v4) override {
      log.push_back(v4.address().to_string());
      return asio::error::access_denied;
    }

    strings log;
  } translated;

  if (!has_ipv6()) return;
  asio::io_context io;
  auto context = trusting(authority());
  tls_server server(io, identity("DNS:host.test", authority()));
  scripted_resolver names;
  names.v6 = {endpoint("64:ff9b::192.0.2.1")};
  names.v4 = {server.endpoint()};
  const tls_options options{.connect = {.preferred_family = address_family::v6,
                                        .resolver = &names,
                                        .prepare = &translated}};
  CHECK(tls_with(io, context, "host.test", "443", options).connected);
  CHECK(translated.log == strings{"192.0.2.1"});
}

TEST_CASE("tls: a stop in the middle of the handshake leaves no socket") {
  asio::io_context io;
  auto context = trusting(authority());
  greeter mute(io, "");
  run_beside_servers(io,
                     []() -> task<> { co_await sleep(1ms); }());  // the reactor has its own files
  const std::size_t before = open_files() + 1;                    // what the server keeps
  auto accepted = [&]() -> task<tls_stream> {
    while (mute.clients() == 0) co_await sleep(1ms);
    co_return tls_stream(tcp::socket(io), context);
  };
  auto stopped_midway = [&]() -> task<> {
    auto waits = connect_tls(io.get_executor(), context, "127.0.0.1", mute.port());
    auto either = race(std::move(waits), accepted());
    co_await std::move(either);
  };
  CHECK(!run_beside_servers(io, stopped_midway()).why);
  CHECK(open_files() == before);
}
