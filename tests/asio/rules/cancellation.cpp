// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <future>

#include "support/rules.hpp"

// Asio's rules of cancellation: by slots, and by the socket.

namespace {

using type = asio::cancellation_type;

/// What an operation tells that waits when `type` is emitted.
template <class Operation> reached<> emit_while_it_waits(type t) {
  rule_fixture f;
  asio::cancellation_signal signal;
  reached<> r;
  Operation::start(f.socket, f.nothing_heard(),
                   asio::bind_cancellation_slot(signal.slot(), into(r)));
  f.io.poll();
  CHECK(r.calls == 0);
  signal.emit(t);
  f.io.restart();
  f.io.run_for(20ms);
  return r;
}

}  // namespace

RULE("terminal cancellation ends it") {
  const auto r = emit_while_it_waits<TestType>(type::terminal);
  CHECK(r.calls == 1);
  CHECK(r.code == asio::error::operation_aborted);
}

RULE("partial cancellation ends it") {
  const auto r = emit_while_it_waits<TestType>(type::partial);
  CHECK(r.calls == 1);
  CHECK(r.code == asio::error::operation_aborted);
}

RULE("total cancellation does not end it, as the socket is not what it was") {
  const auto r = emit_while_it_waits<TestType>(type::total);
  CHECK(r.calls == 0);
}

RULE("a cancellation of no type does not end it") {
  const auto r = emit_while_it_waits<TestType>(type::none);
  CHECK(r.calls == 0);
}

RULE("a cancellation right after the initiation ends it") {
  rule_fixture f;
  asio::cancellation_signal signal;
  reached<> r;
  TestType::start(f.socket, f.nothing_heard(),
                  asio::bind_cancellation_slot(signal.slot(), into(r)));
  signal.emit(type::terminal);
  CHECK(r.calls == 0);
  f.io.run();
  CHECK(r.calls == 1);
  CHECK(r.code == asio::error::operation_aborted);
}

RULE("the slot is free for the next operation when the handler is called") {
  rule_fixture f;
  asio::cancellation_signal signal;
  int next_calls = 0;
  TestType::start(f.socket, f.all(),
                  asio::bind_cancellation_slot(signal.slot(), [&](error_code, tcp::endpoint) {
                    signal.slot().assign([&](type) { ++next_calls; });
                  }));
  CHECK(signal.slot().has_handler());
  f.io.run();
  signal.emit(type::terminal);
  CHECK(next_calls == 1);
}

RULE("a cancellation after the end does nothing") {
  rule_fixture f;
  asio::cancellation_signal signal;
  reached<> r;
  TestType::start(f.socket, f.all(), asio::bind_cancellation_slot(signal.slot(), into(r)));
  f.io.run();
  signal.emit(type::terminal);
  f.io.restart();
  f.io.run();
  CHECK(r.calls == 1);
  CHECK(!r.code);
}

RULE("a socket that is closed ends it") {
  rule_fixture f;
  reached<> r;
  TestType::start(f.socket, f.nothing_heard(), into(r));
  f.io.poll();
  f.socket.close();
  f.io.restart();
  f.io.run();
  CHECK(r.calls == 1);
  CHECK(r.code == asio::error::operation_aborted);
  CHECK(r.where == tcp::endpoint());
}

RULE("a socket that is closed right after the initiation ends it") {
  rule_fixture f;
  reached<> r;
  TestType::start(f.socket, f.nothing_heard(), into(r));
  f.socket.close();
  CHECK(r.calls == 0);
  f.io.run();
  CHECK(r.code == asio::error::operation_aborted);
}

RULE("a socket whose operations are cancelled ends it, if no endpoint is left") {
  rule_fixture f;
  reached<> r;
  TestType::start(f.socket, f.nothing_heard(), into(r));
  f.io.poll();
  f.socket.cancel();
  f.io.restart();
  f.io.run();
  CHECK(r.code == asio::error::operation_aborted);
}

RULE("who closes the socket on the handler's strand is never beside it") {
  asio::thread_pool pool(2);
  rule_fixture f;
  {
    auto strand = asio::make_strand(pool);
    tcp::socket socket(pool);
    std::promise<error_code> told;
    bool has_begun = false, is_beside = false;
    const auto condition = [&](error_code, tcp::endpoint) {
      if (std::exchange(has_begun, true) && !strand.running_in_this_thread()) is_beside = true;
      return true;
    };
    const endpoint_list_type list = {f.nobody().front(), f.all().front()};
    TestType::start(
        socket, list, condition,
        asio::bind_executor(strand, [&](error_code c, tcp::endpoint) { told.set_value(c); }));
    CHECK(!told.get_future().get());
    CHECK(!is_beside);
  }
  for (int n = 0; n < 50; ++n) {
    auto strand = asio::make_strand(pool);
    tcp::socket socket(pool);
    std::promise<error_code> told;
    TestType::start(socket, f.all(), asio::bind_executor(strand, [&](error_code c, tcp::endpoint) {
                      told.set_value(c);
                    }));
    std::promise<void> closed;
    asio::post(strand, [&] {
      socket.close();
      closed.set_value();
    });
    const error_code code = told.get_future().get();
    closed.get_future().wait();
    CHECK((!code || code == asio::error::operation_aborted));
  }
}
