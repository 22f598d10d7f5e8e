// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <memory>
#include <optional>
#include <stdexcept>
#include <thread>

#include "support/rules.hpp"

// Asio's rules of handlers and executors.

RULE("a handler is called once") {
  rule_fixture f;
  int calls = 0;
  TestType::start(f.socket, f.all(), [&](error_code, tcp::endpoint) { ++calls; });
  f.io.run();
  CHECK(calls == 1);
}

RULE("a handler is told no error, and the endpoint that was reached") {
  rule_fixture f;
  reached<> r;
  TestType::start(f.socket, f.all(), into(r));
  f.io.run();
  CHECK(!r.code);
  CHECK(r.where == f.all().front());
}

RULE("a handler is told the error, and no endpoint") {
  rule_fixture f;
  reached<> r;
  r.where = endpoint("192.0.2.1");
  TestType::start(f.socket, f.nobody(), into(r));
  f.io.run();
  CHECK(r.code == asio::error::connection_refused);
  CHECK(r.where == tcp::endpoint());
}

RULE("a list without endpoints is not_found") {
  rule_fixture f;
  reached<> r;
  TestType::start(f.socket, endpoint_list_type(), into(r));
  CHECK(r.calls == 0);
  f.io.run();
  CHECK(r.code == asio::error::not_found);
}

RULE("a handler is never called within the initiation, also on a thread that runs the executor") {
  rule_fixture f;
  tcp::socket other(f.io);
  reached<> r, none;
  bool within = true;
  asio::post(f.io, [&] {
    TestType::start(f.socket, f.all(), into(r));
    TestType::start(other, endpoint_list_type(), into(none));
    within = r.calls + none.calls > 0;
  });
  f.io.run();
  CHECK(!within);
  CHECK(r.calls + none.calls == 2);
}

RULE("a handler is called on its associated executor, also within other threads of the context") {
  rule_fixture f;
  auto strand = asio::make_strand(f.io);
  bool on_strand = false;
  TestType::start(f.socket, f.all(), asio::bind_executor(strand, [&](error_code, tcp::endpoint) {
                    on_strand = strand.running_in_this_thread();
                  }));
  f.io.run();
  CHECK(on_strand);
}

RULE("a handler without an associated executor is called on the socket's") {
  rule_fixture f;
  auto strand = asio::make_strand(f.io);
  tcp::socket socket(strand);
  bool on_strand = false;
  TestType::start(socket, f.all(),
                  [&](error_code, tcp::endpoint) { on_strand = strand.running_in_this_thread(); });
  f.io.run();
  CHECK(on_strand);
}

RULE("a handler is called by another context's thread, if that is its executor") {
  rule_fixture f;
  asio::io_context other;
  reached<> r;
  TestType::start(f.socket, f.all(), asio::bind_executor(other.get_executor(), into(r)));
  for (int n = 0; n < 20 && r.calls == 0; ++n) {
    f.io.restart();
    f.io.poll();
    CHECK(r.calls == 0);
    other.restart();
    other.poll();
    std::this_thread::yield();
  }
  CHECK(r.calls == 1);
}

RULE("both contexts have work until the handler was called") {
  rule_fixture f;
  asio::io_context other;
  asio::cancellation_signal signal;
  reached<> r;
  TestType::start(f.socket, f.nothing_heard(),
                  asio::bind_cancellation_slot(signal.slot(),
                                               asio::bind_executor(other.get_executor(), into(r))));
  f.io.poll();
  other.poll();
  CHECK(!f.io.stopped());
  CHECK(!other.stopped());
  signal.emit(asio::cancellation_type::terminal);
  std::thread sockets([&] { f.io.run(); });
  other.run();
  sockets.join();
  CHECK(r.calls == 1);
}

RULE("run does not return while it is pending") {
  rule_fixture f;
  reached<> r;
  TestType::start(f.socket, f.nothing_heard(), into(r));
  f.io.run_for(1ms);
  CHECK(!f.io.stopped());
  f.socket.close();
  f.io.run();
  CHECK(f.io.stopped());
  CHECK(r.calls == 1);
}

namespace {

/// Counts how often it is copied, and how many there are.
class counted_handler {
 public:
  counted_handler(int& copies, int& alive) : copies_(copies), alive_(alive) { ++alive_; }

  counted_handler(const counted_handler& other) : copies_(other.copies_), alive_(other.alive_) {
    ++copies_;
    ++alive_;
  }

  counted_handler(counted_handler&& other) noexcept : copies_(other.copies_), alive_(other.alive_) {
    ++alive_;
  }

  ~counted_handler() { --alive_; }

  void operator()(const error_code&, const tcp::endpoint&) {}

 private:
  int& copies_;
  int& alive_;
};

/// Can be called once, when it is given up.
struct called_as_rvalue {
  void operator()(const error_code&, const tcp::endpoint&) && { calls += 1; }

  int& calls;
};

}  // namespace

RULE("a handler is moved, never copied, and destroyed") {
  rule_fixture f;
  int copies = 0, alive = 0;
  TestType::start(f.socket, f.all(), counted_handler(copies, alive));
  CHECK(alive == 1);
  f.io.run();
  CHECK(copies == 0);
  CHECK(alive == 0);
}

RULE("a handler that is passed by name is copied, and left as it is") {
  rule_fixture f;
  auto calls = std::make_shared<int>(0);  // else the handler's part could not be moved from
  auto handler = [calls](error_code, tcp::endpoint) { ++*calls; };
  TestType::start(f.socket, f.all(), handler);
  f.io.run();
  CHECK(*calls == 1);
  CHECK(calls.use_count() == 2);
}

RULE("a handler may be of a type that can only be moved") {
  rule_fixture f;
  auto owned = std::make_unique<int>(1);
  int seen = 0;
  TestType::start(f.socket, f.all(),
                  [&seen, o = std::move(owned)](error_code, tcp::endpoint) { seen = *o; });
  f.io.run();
  CHECK(seen == 1);
}

RULE("a handler is called as what it is, at its end") {
  rule_fixture f;
  int calls = 0;
  TestType::start(f.socket, f.all(), called_as_rvalue{calls});
  f.io.run();
  CHECK(calls == 1);
}

RULE("a handler's exception leaves run, which may be called again") {
  rule_fixture f;
  int later = 0;
  TestType::start(f.socket, f.all(), [&](error_code, tcp::endpoint) {
    asio::post(f.io, [&] { ++later; });
    throw std::logic_error("mine");
  });
  CHECK_THROWS_AS(f.io.run(), std::logic_error);
  f.io.run();
  CHECK(later == 1);
}

RULE("a handler may connect the same socket again") {
  rule_fixture f;
  reached<> again;
  TestType::start(f.socket, f.nobody(), [&](error_code, tcp::endpoint) {
    TestType::start(f.socket, f.all(), into(again));
  });
  f.io.run();
  CHECK(!again.code);
  CHECK(f.socket.remote_endpoint() == f.all().front());
}

RULE("a handler may destroy the socket, and be its only owner") {
  rule_fixture f;
  auto socket = std::make_shared<tcp::socket>(f.io);
  const std::weak_ptr<tcp::socket> watched = socket;
  auto& s = *socket;
  bool open = false;
  TestType::start(s, f.all(), [&, own = std::move(socket)](error_code, tcp::endpoint) mutable {
    open = own->is_open();
    own.reset();
  });
  f.io.run();
  CHECK(open);
  CHECK(watched.expired());
}

RULE("a handler is destroyed uncalled with its context") {
  int calls = 0;
  const auto owned = std::make_shared<int>();
  {
    rule_fixture f;
    TestType::start(f.socket, f.nothing_heard(),
                    [&, owned](error_code, tcp::endpoint) { ++calls; });
    f.io.poll();
    CHECK(owned.use_count() == 2);
  }
  CHECK(owned.use_count() == 1);
  CHECK(calls == 0);
}

#ifndef _WIN32  // where a stop of Asio's waits behind what was posted

RULE("a context that is stopped calls nothing, until it is restarted") {
  rule_fixture f;
  reached<> r;
  TestType::start(f.socket, f.all(), into(r));
  f.io.stop();
  CHECK(f.io.run() == 0);
  CHECK(r.calls == 0);
  f.io.restart();
  f.io.run();
  CHECK(r.calls == 1);
}

#endif

RULE("the socket is closed first, and open once it is started") {
  rule_fixture f;
  f.socket.open(tcp::v4());
  f.socket.set_option(tcp::no_delay(true));
  reached<> r;
  TestType::start(f.socket, f.all(), into(r));
  CHECK(f.socket.is_open());
  f.io.run();
  tcp::no_delay option;
  f.socket.get_option(option);
  CHECK(!option.value());
}

RULE("the list is copied") {
  rule_fixture f;
  reached<> r;
  auto list = std::make_unique<endpoint_list_type>(f.all());
  TestType::start(f.socket, *list, into(r));
  list->front() = f.nobody().front();
  list.reset();
  f.io.run();
  CHECK(!r.code);
}
