// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/tcp/establishing_transport.hpp"

#include "support/greeting.hpp"

// The transport tells that TCP is up before it is done.

namespace {

/// Wants nothing of a socket.
class refusing_stage final : public detail::establisher {
  task<detail::established> establish(tcp::socket) override {
    co_return fail(std::errc::protocol_error);
  }
};

/// An attempt of an hour's delay, and what became of that.
struct told_attempt {
  duration extension;
  duration lasted;
  std::error_code code;
};

told_attempt attempt_at(asio::io_context& io, const tcp::endpoint& to) {
  const connect_options options;
  detail::paths ways;
  refusing_stage then;
  detail::establishing_transport transport(io.get_executor(), options, ways, then);
  auto attempt = [&]() -> task<told_attempt> {
    const environment here = co_await current_environment();
    const time_point start = here.where->now();
    detail::newest_attempt newest;
    newest.start(0, start, *here.where, 1h);
    auto waits = transport.attempt(to, 0, attempt_progress(newest, 0));
    auto end = co_await as_result(timeout(std::move(waits), 50ms));
    co_return told_attempt{newest.extension(), here.where->now() - start, end.error().code()};
  };
  auto end = run_beside_servers(io, attempt());
  REQUIRE(end.value);
  return *end.value;
}

}  // namespace

TEST_CASE("establishing_transport: when TCP is up, the next attempt waits for longer") {
  asio::io_context io;
  greeter mute(io, "");
  told_attempt told = attempt_at(io, mute.endpoint());
  while (told.code == std::errc::timed_out) told = attempt_at(io, mute.endpoint());
  CHECK(told.code == std::errc::protocol_error);
  CHECK(told.extension > 0ms);
  CHECK(told.extension < 2 * told.lasted);
}

TEST_CASE("establishing_transport: and not before") {
  asio::io_context io;
  const silent_port silent;
  const told_attempt told = attempt_at(io, endpoint_of(silent));
  CHECK(told.code == std::errc::timed_out);
  CHECK(told.extension == 0ms);
}
