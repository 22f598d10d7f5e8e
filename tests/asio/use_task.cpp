// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <tuple>
#include <vector>

#include "support/asio.hpp"
#include "support/steps.hpp"

namespace {

/// An operation of the test's own: `initiate(handler)` is its initiation.
template <class Signature, class Initiate, class Token>
auto async_own(Initiate initiate, Token&& token) {
  return asio::async_initiate<Token, Signature>(initiate, token);
}

/// Keeps the handler of an operation that does nothing, until somebody wants it.
template <class... Args> class kept_handler {
 public:
  template <class Handler> void keep(Handler handler) {
    auto kept = std::make_shared<Handler>(std::move(handler));
    call_ = [kept](Args... args) { (*kept)(args...); };
  }

  void call(Args... args) { std::exchange(call_, nullptr)(args...); }

  void drop() { call_ = nullptr; }

  explicit operator bool() const { return static_cast<bool>(call_); }

 private:
  std::function<void(Args...)> call_;
};

using kept = kept_handler<error_code, int>;

auto async_keep(kept& k) {
  return async_own<void(error_code, int)>([&k](auto handler) { k.keep(std::move(handler)); },
                                          use_task);
}

struct socket_pair {
  socket_pair(tcp::socket a, tcp::socket b) : client(std::move(a)), server(std::move(b)) {}

  tcp::socket client, server;
};

task<socket_pair> connected_sockets(asio::io_context& io) {
  tcp::acceptor acceptor = listen_on(io);
  auto both = co_await join(connect_to(io.get_executor(), acceptor.local_endpoint()),
                            acceptor.async_accept(use_task));
  co_return socket_pair(std::get<0>(std::move(both)), std::get<1>(std::move(both)));
}

/// Runs an operation under a stop source of one's own.
template <class A> class stopped_by {
 public:
  using value_type = typename A::value_type;

  stopped_by(stop_source& s, A a) : source_(s), inner_(std::move(a)) {}

  start_result start(environment here, detail::work_item& waiter) {
    return inner_.start({source_.token(), here.where}, waiter);
  }

  bool stopped() noexcept { return inner_.stopped(); }

  result<value_type> take() { return inner_.take(); }

 private:
  stop_source& source_;
  A inner_;
};

}  // namespace

TEST_CASE("use_task awaits a timer") {
  asio::io_context io;
  auto waits = [](asio::io_context& context) -> task<bool> {
    asio::steady_timer timer(context, 5ms);
    const auto before = std::chrono::steady_clock::now();
    co_await timer.async_wait(use_task);
    co_return std::chrono::steady_clock::now() - before >= 5ms;
  };
  CHECK(run_in(io, waits(io)).value == true);
}

TEST_CASE("use_task awaits an operation that yields nothing") {
  asio::io_context io;
  auto posts = [](asio::io_context& context) -> task<int> {
    co_await asio::post(context, use_task);
    co_return 1;
  };
  CHECK(run_in(io, posts(io)).value == 1);
}

TEST_CASE("use_task reads and writes sockets") {
  asio::io_context io;
  auto echo = [](asio::io_context& context) -> task<std::string> {
    auto s = co_await connected_sockets(context);
    std::string sent = "hello", got(5, ' ');
    const std::size_t n = co_await asio::async_write(s.client, asio::buffer(sent), use_task);
    const std::size_t m = co_await s.server.async_read_some(asio::buffer(got), use_task);
    co_return got.substr(0, m) + std::to_string(n);
  };
  CHECK(run_in(io, echo(io)).value == "hello5");
}

TEST_CASE("use_task: an operation's error is data through as_result") {
  asio::io_context io;
  auto refused = [](asio::io_context& context, tcp::endpoint to) -> task<bool> {
    tcp::socket s(context);
    auto r = co_await as_result(s.async_connect(to, use_task));
    co_return r.has_error() && to_asio(r.error().code()) == asio::error::connection_refused;
  };
  refusing_port nobody;
  CHECK(run_in(io, refused(io, endpoint_of(nobody))).value == true);
}

TEST_CASE("use_task: an operation's error is thrown otherwise") {
  asio::io_context io;
  auto refused = [](asio::io_context& context, tcp::endpoint to) -> task<bool> {
    tcp::socket s(context);
    try {
      co_await s.async_connect(to, use_task);
    } catch (const std::system_error& e) {
      co_return to_asio(e.code()) == asio::error::connection_refused;
    }
    co_return false;
  };
  refusing_port nobody;
  CHECK(run_in(io, refused(io, endpoint_of(nobody))).value == true);
}

TEST_CASE("use_task: an exception_ptr is the error") {
  auto fails = []() -> task<std::string> {
    auto initiate = [](auto handler) {
      handler(std::make_exception_ptr(std::runtime_error("theirs")), 0);
    };
    try {
      co_await async_own<void(std::exception_ptr, int)>(initiate, use_task);
    } catch (const std::runtime_error& e) { co_return e.what(); }
    co_return "";
  };
  CHECK(run_in_context(fails()).value == "theirs");
}

TEST_CASE("use_task: an exception of Asio's has the code that it would be, and is kept") {
  auto asks = []() -> task<std::string> {
    const auto throws = [](auto handler) {
      handler(
          std::make_exception_ptr(asio_system_error(asio::error::connection_refused, "by them")));
    };
    auto operation = async_own<void(std::exception_ptr)>(throws, use_task);
    auto r = co_await as_result(std::move(operation));
    if (r || r.error().code() != std::errc::connection_refused) co_return "";
    try {
      std::rethrow_exception(r.error().exception());
    } catch (const asio_system_error&) { co_return r.error().about(); }
  };
  CHECK(run_in_context(asks()).value == "by them");
}

TEST_CASE("use_task: an exception that is a system_error of its own type stays that") {
  struct theirs : std::system_error {
    using system_error::system_error;
  };

  auto fails = []() -> task<bool> {
    const auto throws = [](auto handler) {
      handler(std::make_exception_ptr(theirs(std::make_error_code(std::errc::io_error))));
    };
    try {
      co_await async_own<void(std::exception_ptr)>(throws, use_task);
    } catch (const theirs& e) { co_return e.code() == std::errc::io_error; }
    co_return false;
  };
  CHECK(run_in_context(fails()).value == true);
}

TEST_CASE("use_task: what a stop has cancelled may tell so by an exception") {
  asio::io_context io, other;
  auto waits = [](asio::io_context& there, bool& s) -> task<> {
    auto ended = co_await as_outcome(eyeballs::co_spawn(there, never(), use_task));
    s = ended.stopped();
  };
  bool was_stopped = false;
  asio::cancellation_signal signal;
  co_spawn(io, waits(other, was_stopped),
           asio::bind_cancellation_slot(signal.slot(), asio::detached));
  io.poll();
  signal.emit(asio::cancellation_type::terminal);
  for (int i = 0; i < 10; ++i) {
    other.restart();
    other.poll();
    io.restart();
    io.poll();
  }
  CHECK(was_stopped);
}

TEST_CASE("use_task yields several values as a tuple") {
  auto several = []() -> task<bool> {
    auto initiate = [](auto handler) { handler(error_code(), 7, std::string("seven")); };
    std::tuple<int, std::string> values =
        co_await async_own<void(error_code, int, std::string)>(initiate, use_task);
    co_return values == std::tuple(7, "seven");
  };
  CHECK(run_in_context(several()).value == true);
}

TEST_CASE("use_task: a stop cancels the operation") {
  asio::io_context io;
  auto gives_up = [](asio::io_context& context) -> task<std::error_code> {
    asio::steady_timer timer(context, 1h);
    auto r = co_await as_result(timeout(timer.async_wait(use_task), 5ms));
    co_return r ? std::error_code() : r.error().code();
  };
  CHECK(run_in(io, gives_up(io)).value == std::errc::timed_out);
}

TEST_CASE("use_task: after a stop no operation is started") {
  asio::io_context io;
  bool initiated = false, was_stopped = false;
  auto stops = [](bool& began, bool& stopped_at_once) -> task<> {
    auto first = co_await as_outcome(never());
    CHECK(first.stopped());
    auto initiate = [&began](auto handler) { began = true, handler(error_code()); };
    auto then = co_await as_outcome(async_own<void(error_code)>(initiate, use_task));
    stopped_at_once = then.stopped();
  };
  asio::cancellation_signal signal;
  co_spawn(io, stops(initiated, was_stopped),
           asio::bind_cancellation_slot(signal.slot(), asio::detached));
  asio::post(io, [&] { signal.emit(asio::cancellation_type::terminal); });
  io.run();
  CHECK(was_stopped);
  CHECK(!initiated);
}

TEST_CASE("use_task: a stop during the initiation cancels the operation after it") {
  asio::io_context io;
  auto stops = [](asio::io_context& context) -> task<bool> {
    stop_source source;
    asio::steady_timer timer(context, 1h);
    auto initiate = [&](auto handler) {
      source.request_stop();
      timer.async_wait(std::move(handler));
    };
    auto operation = async_own<void(error_code)>(initiate, use_task);
    stopped_by stops_inside(source, std::move(operation));
    auto o = co_await as_outcome(std::move(stops_inside));
    co_return o.stopped();
  };
  CHECK(run_in(io, stops(io)).value == true);
}

TEST_CASE("use_task: an operation that succeeds although it was stopped yields its value") {
  asio::io_context io;
  auto succeeds = [](asio::io_context& context) -> task<int> {
    stop_source source;
    asio::steady_timer timer(context, 1h);
    auto initiate = [&](auto handler) {
      timer.async_wait([h = std::move(handler)](auto) mutable { h(error_code(), 5); });
      asio::post(context, [&] {
        source.request_stop();
        timer.cancel();
      });
    };
    auto operation = async_own<void(error_code, int)>(initiate, use_task);
    stopped_by op(source, std::move(operation));
    auto o = co_await as_outcome(std::move(op));
    co_return o ? *o : -1;
  };
  CHECK(run_in(io, succeeds(io)).value == 5);
}

TEST_CASE("use_task: operation_aborted without a stop is an error") {
  asio::io_context io;
  auto aborted = [](asio::io_context& context) -> task<bool> {
    asio::steady_timer timer(context, 1h);
    asio::post(context, [&] { timer.cancel(); });
    auto o = co_await as_outcome(timer.async_wait(use_task));
    co_return o.has_error() && to_asio(o.error().code()) == asio::error::operation_aborted;
  };
  CHECK(run_in(io, aborted(io)).value == true);
}

TEST_CASE("use_task: what the initiation throws reaches the co_await") {
  auto fails = []() -> task<std::string> {
    auto initiate = [](auto) { throw std::runtime_error("initiation"); };
    try {
      co_await async_own<void(error_code)>(initiate, use_task);
    } catch (const std::runtime_error& e) { co_return e.what(); }
    co_return "";
  };
  CHECK(run_in_context(fails()).value == "initiation");
}

TEST_CASE("use_task: what the initiation throws is data through as_result") {
  auto fails = []() -> task<std::error_code> {
    auto initiate = [](auto) { throw std::system_error(ENOBUFS, std::generic_category()); };
    auto r = co_await as_result(async_own<void(error_code)>(initiate, use_task));
    co_return r ? std::error_code() : r.error().code();
  };
  CHECK(run_in_context(fails()).value == std::errc::no_buffer_space);
}

TEST_CASE("use_task: an operation that has no use for its handler fails") {
  auto drops = []() -> task<std::error_code> {
    auto initiate = [](auto) {};
    auto r = co_await as_result(async_own<void(error_code)>(initiate, use_task));
    co_return r ? std::error_code() : r.error().code();
  };
  CHECK(run_in_context(drops()).value == std::errc::operation_canceled);
}

TEST_CASE("use_task: a handler that is dropped later is an error of its wait") {
  asio::io_context io;
  kept handler;
  int live = 0;
  ending<void> end;
  auto waits = [](kept& k, support::counted) -> task<> { co_await async_keep(k); };
  co_spawn(io, waits(handler, support::counted(live)), into(end));
  io.poll();
  REQUIRE(handler);
  CHECK(live == 1);
  handler.drop();
  CHECK(end.calls == 0);  // it is told in a turn of the task's own
  io.run();
  CHECK(live == 0);
  CHECK(end.calls == 1);
  CHECK(code_of(end.why) == asio::error::operation_aborted);
}

TEST_CASE("use_task: a handler that the tree itself drops is an error after the turn") {
  asio::io_context io;
  kept handler;
  int live = 0;
  auto waits = [](kept& k, support::counted) -> task<> { co_await async_keep(k); };
  auto drops = [](kept& k, support::counted) -> task<> {
    co_await sleep(1ms);
    k.drop();
    co_await sleep(1h);
  };
  auto both = [&](kept& k) -> task<> {
    co_await join(waits(k, support::counted(live)), drops(k, support::counted(live)));
  };
  ending<void> end;
  co_spawn(io, both(handler), into(end));
  io.run();
  CHECK(live == 0);
  CHECK(end.calls == 1);
  CHECK(code_of(end.why) == asio::error::operation_aborted);
}

TEST_CASE("use_task resumes on the task's executor, whatever thread completes the operation") {
  asio::io_context io;
  asio::thread_pool pool(1);
  auto elsewhere = [](asio::thread_pool& p) -> task<bool> {
    const auto here = std::this_thread::get_id();
    asio::steady_timer timer(p, 1ms);
    co_await timer.async_wait(use_task);
    co_return std::this_thread::get_id() == here;
  };
  CHECK(run_in(io, elsewhere(pool)).value == true);
}

TEST_CASE("use_task resumes on the task's thread where a handler is called on another one",
          "[D35]") {
  asio::io_context io;
  std::vector<std::thread> threads;
  auto elsewhere = [](std::vector<std::thread>& all) -> task<int> {
    const auto here = std::this_thread::get_id();
    int at_home = 0;
    for (int i = 0; i < 50; ++i) {
      auto initiate = [&all](auto handler) {
        all.emplace_back([h = std::move(handler)]() mutable { h(error_code(), 1); });
      };
      at_home += co_await async_own<void(error_code, int)>(initiate, use_task);
      if (std::this_thread::get_id() != here) co_return -1;
    }
    co_return at_home;
  };
  CHECK(run_in(io, elsewhere(threads)).value == 50);
  for (auto& t : threads) t.join();
}

TEST_CASE("use_task: a handler that another thread drops is an error at home", "[D35][D37]") {
  asio::io_context io;
  std::vector<std::thread> threads;
  auto dropped = [](std::vector<std::thread>& all) -> task<int> {
    const auto here = std::this_thread::get_id();
    int errors = 0;
    for (int i = 0; i < 50; ++i) {
      std::atomic<bool> is_gone = false;
      auto initiate = [&, waits = i % 2 == 0](auto handler) {
        all.emplace_back([&is_gone, h = std::move(handler)]() mutable {
          { const auto last = std::move(h); }
          is_gone = true;
        });
        while (waits && !is_gone) std::this_thread::yield();
      };
      auto r = co_await as_result(async_own<void(error_code)>(initiate, use_task));
      if (!r && r.error().code() == std::errc::operation_canceled) ++errors;
      if (std::this_thread::get_id() != here) co_return -1;
      while (!is_gone) std::this_thread::yield();
    }
    co_return errors;
  };
  CHECK(run_in(io, dropped(threads)).value == 50);
  for (auto& t : threads) t.join();
}

TEST_CASE("use_task: what an initiation throws that has passed its handler on", "[D37]") {
  asio::io_context io;
  kept handler;
  auto fails = [](kept& k) -> task<std::string> {
    auto initiate = [&k](auto h) {
      k.keep(std::move(h));
      throw std::runtime_error("initiation");
    };
    try {
      co_await async_own<void(error_code, int)>(initiate, use_task);
    } catch (const std::runtime_error& e) { co_return e.what(); }
    co_return "";
  };
  ending<std::string> end;
  co_spawn(io, fails(handler), into(end));
  io.poll();
  CHECK(end.calls == 0);  // the operation may still use what is the wait's
  handler.drop();
  io.run();
  CHECK(end.value == "initiation");
}

namespace {
/// Two sides talk until the time is over; nobody may be torn in the middle of an operation.
task<std::size_t> talk(asio::io_context& io, duration limit) {
  auto s = co_await connected_sockets(io);
  auto sends = [](tcp::socket& to, std::size_t) -> task<std::size_t> {
    std::array<char, 4096> block{};
    for (;;) co_await asio::async_write(to, asio::buffer(block), use_task);
  };
  auto receives = [](tcp::socket& from, std::size_t& bytes) -> task<std::size_t> {
    std::array<char, 10000> block;
    for (;;) bytes += co_await asio::async_read(from, asio::buffer(block), use_task);
  };
  std::size_t bytes = 0;
  auto r = co_await as_result(timeout(race(sends(s.client, 0), receives(s.server, bytes)), limit));
  co_return r ? 0 : bytes;
}
}  // namespace

TEST_CASE("use_task: composed operations are stopped on a context that several threads run") {
  asio::io_context io;
  std::vector<ending<std::size_t>> ends(20);
  for (std::size_t i = 0; i < ends.size(); ++i)
    co_spawn(io, talk(io, std::chrono::milliseconds(10 + i)), into(ends[i]));
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) threads.emplace_back([&] { io.run(); });
  for (auto& t : threads) t.join();
  for (const auto& end : ends) {
    CHECK(end.calls == 1);
    CHECK(!end.why);
  }
}

TEST_CASE("use_task in virtual time is a clear error") {
  asio::io_context io;
  auto waits = [](asio::io_context& context) -> task<> {
    asio::steady_timer timer(context, 1h);
    co_await timer.async_wait(use_task);
  };
  auto end = run_in_virtual_time(waits(io));
  REQUIRE(end.has_error());
  CHECK(end.error().code() == std::errc::operation_not_supported);
  CHECK(end.error().message().find("Asio") != std::string::npos);
}
