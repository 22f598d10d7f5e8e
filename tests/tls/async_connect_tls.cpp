// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/tls.hpp"

#include <future>
#include <optional>
#include <string>

#include "support/tls.hpp"

// `connect_tls` with completion tokens.

namespace {

/// What a handler was told.
struct told_tls {
  void operator()(error_code c, tls_stream s) {
    ++calls;
    code = c;
    stream.emplace(std::move(s));
  }

  int calls = 0;
  error_code code;
  std::optional<tls_stream> stream;
};

}  // namespace

TEST_CASE("async_connect_tls: a handler gets a stream that can be used") {
  const identity root("the authority");
  asio::io_context io;
  auto context = trusting(root);
  tls_server server(io, identity("IP:127.0.0.1", root), "h2");
  told_tls told;
  async_connect_tls(io, context, "127.0.0.1", server.port(), {.alpn = "h2"}, into(told));
  CHECK(told.calls == 0);
  while (told.calls == 0) io.run_one();
  CHECK(!told.code);
  REQUIRE(told.stream);
  CHECK(chosen_alpn(*told.stream) == "h2");
  CHECK(told.stream->get_executor() == asio::any_io_executor(io.get_executor()));
  error_code written = asio::error::would_block;
  asio::async_write(*told.stream, asio::buffer("ping", 4),
                    [&](error_code c, std::size_t) { written = c; });
  while (written == asio::error::would_block) io.run_one();
  CHECK(!written);
}

TEST_CASE("async_connect_tls: with a report, which says what is wrong") {
  const identity root("the authority");
  asio::io_context io;
  auto context = trusting(root);
  tls_server server(io, identity("IP:127.0.0.2", root));
  connect_report<tcp::endpoint> report;
  auto note = [&](error_code, tls_stream, connect_report<tcp::endpoint> r) {
    report = std::move(r);
  };
  async_connect_tls(io, context, "127.0.0.1", server.port(), with_report(note));
  while (report.attempts.empty()) io.run_one();
  REQUIRE(report.attempts.size() == 1);
  REQUIRE(report.attempts[0].why);
  CHECK(report.attempts[0].why->message().find("IP address mismatch") != std::string::npos);
}

TEST_CASE("async_connect_tls: on failure it is a new stream, on the executor and the context") {
  const identity root("the authority");
  const identity other("a stranger");
  asio::io_context io;
  auto context = trusting(root);
  tls_server server(io, identity("IP:127.0.0.1", other));
  told_tls told;
  async_connect_tls(io.get_executor(), context, "127.0.0.1", server.port(), into(told));
  while (told.calls == 0) io.run_one();
  CHECK(told.code.category() == asio::error::get_ssl_category());
  CHECK(ERR_GET_REASON(static_cast<unsigned long>(told.code.value())) ==
        SSL_R_CERTIFICATE_VERIFY_FAILED);
  REQUIRE(told.stream);
  CHECK(!told.stream->next_layer().is_open());
  CHECK(told.stream->get_executor() == asio::any_io_executor(io.get_executor()));
  CHECK(SSL_get_SSL_CTX(told.stream->native_handle()) == context.native_handle());
}

TEST_CASE("async_connect_tls: a wrong list of protocols is told by the handler") {
  asio::io_context io;
  asio::ssl::context context(asio::ssl::context::tls_client);
  told_tls told;
  async_connect_tls(io, context, "127.0.0.1", 443, {.alpn = ","}, into(told));
  io.run();
  CHECK(told.calls == 1);
  CHECK(told.code == asio::error::invalid_argument);
}

TEST_CASE("async_connect_tls: a refusal has the code of a connect") {
  asio::io_context io;
  asio::ssl::context context(asio::ssl::context::tls_client);
  const refusing_port nobody;
  auto stream = async_connect_tls(io, context, "127.0.0.1", nobody.port(), asio::use_future);
  io.run();
  error_code code;
  try {
    stream.get();
  } catch (const asio_system_error& e) { code = e.code(); }
  CHECK(code == asio::error::connection_refused);
}

TEST_CASE("async_connect_tls: a cancellation stops the handshake") {
  asio::io_context io;
  asio::ssl::context context(asio::ssl::context::tls_client);
  greeter mute(io, "");
  asio::cancellation_signal signal;
  told_tls told;
  async_connect_tls(io, context, "127.0.0.1", mute.port(),
                    asio::bind_cancellation_slot(signal.slot(), into(told)));
  while (mute.clients() == 0) io.run_one();
  signal.emit(asio::cancellation_type::terminal);
  while (told.calls == 0) io.run_one();
  CHECK(told.code == asio::error::operation_aborted);
}
