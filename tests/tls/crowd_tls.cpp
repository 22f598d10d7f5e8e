// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <atomic>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "support/tls.hpp"

// Many handshakes at once, on two threads, of which some are stopped.

namespace {

/// One connect on a strand of its own, and its stop after a while, if it is to have one.
class one_of_many {
 public:
  one_of_many(asio::io_context& io, std::optional<duration> stop_after)
      : strand_(asio::make_strand(io)), timer_(strand_), stop_after_(stop_after) {}

  void start(asio::ssl::context& context, const std::string& port) {
    asio::post(strand_, [this, &context, port] {
      async_connect_tls(
          strand_, context, "127.0.0.1", port,
          asio::bind_cancellation_slot(signal_.slot(), [this](error_code code, tls_stream) {
            timer_.cancel();
            ++calls_;
            code_ = code;
          }));
      if (!stop_after_) return;
      timer_.expires_after(*stop_after_);
      timer_.async_wait([this](error_code cancelled) {
        if (!cancelled) signal_.emit(asio::cancellation_type::terminal);
      });
    });
  }

  /// Once the context is done.
  void check() const {
    CHECK(calls_ == 1);
    if (code_) {
      CHECK(stop_after_);
      CHECK(code_ == asio::error::operation_aborted);
    }
  }

 private:
  asio::strand<asio::io_context::executor_type> strand_;
  asio::steady_timer timer_;
  std::optional<duration> stop_after_;
  asio::cancellation_signal signal_;
  int calls_ = 0;
  error_code code_;
};

}  // namespace

TEST_CASE("async_connect_tls: 200 at once on two threads, stopped or not, each end once") {
  const identity root("the authority");
  auto context = trusting(root);
  asio::io_context servers;
  tls_server server(servers, identity("IP:127.0.0.1", root));
  const std::string port = server.port();
  std::thread serving([&servers] { servers.run(); });

  asio::io_context clients(2);
  std::mt19937 random(1);
  std::vector<std::unique_ptr<one_of_many>> all;
  for (int i = 0; i < 200; ++i) {
    std::optional<duration> stop_after;
    if (i % 2) stop_after = std::chrono::microseconds(random() % 100'000);
    all.push_back(std::make_unique<one_of_many>(clients, stop_after));
  }
  for (const auto& one : all) one->start(context, port);
  std::thread second([&clients] { clients.run(); });
  clients.run();
  second.join();
  servers.stop();
  serving.join();
  for (const auto& one : all) one->check();
}
