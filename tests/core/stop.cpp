// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/core/stop.hpp"

#include <deque>
#include <optional>

#include "support/steps.hpp"

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

TEST_CASE("a token knows whether its source was asked") {
  stop_source source;
  const stop_token token = source.token();
  CHECK_FALSE(token.stop_requested());
  CHECK_FALSE(token.stop_arrived());
  source.request_stop();
  CHECK(token.stop_requested());
  CHECK(token.stop_arrived());
}

TEST_CASE("a default token is never asked") {
  const stop_token token;
  CHECK_FALSE(token.stop_requested());
  bool called = false;
  stop_callback on_stop(token, [&]() noexcept { called = true; });
  CHECK_FALSE(called);
}

TEST_CASE("a source below knows of a stop above it that has not arrived") {
  stop_source above;
  stop_source below(above.token());
  above.request_stop();
  CHECK(below.token().stop_requested());
  CHECK_FALSE(below.token().stop_arrived());
}

TEST_CASE("a callback is called once, however often a stop is requested") {
  stop_source source;
  int calls = 0;
  stop_callback on_stop(source.token(), [&]() noexcept { ++calls; });
  source.request_stop();
  source.request_stop();
  CHECK(calls == 1);
}

TEST_CASE("callbacks are called in the order in which they came") {
  stop_source source;
  std::string order;
  stop_callback a(source.token(), [&]() noexcept { order += "a"; });
  stop_callback b(source.token(), [&]() noexcept { order += "b"; });
  stop_callback c(source.token(), [&]() noexcept { order += "c"; });
  source.request_stop();
  CHECK(order == "abc");
}

TEST_CASE("a callback that comes after the stop is called at once: stop is level-triggered") {
  stop_source source;
  source.request_stop();
  bool called = false;
  stop_callback on_stop(source.token(), [&]() noexcept { called = true; });
  CHECK(called);
}

TEST_CASE("a callback that has gone is not called") {
  stop_source source;
  bool called = false;
  {
    stop_callback on_stop(source.token(), [&]() noexcept { called = true; });
  }
  source.request_stop();
  CHECK_FALSE(called);
}

TEST_CASE("a callback may remove another that was not called yet") {
  stop_source source;
  bool called = false;
  auto second_called = [&]() noexcept { called = true; };
  std::optional<stop_callback<decltype(second_called)>> second;
  stop_callback first(source.token(), [&]() noexcept { second.reset(); });
  second.emplace(source.token(), second_called);
  source.request_stop();
  CHECK_FALSE(called);
}

TEST_CASE("a callback may request the stop again: nothing happens") {
  stop_source source;
  int calls = 0;
  stop_callback on_stop(source.token(), [&]() noexcept {
    ++calls;
    source.request_stop();
  });
  source.request_stop();
  CHECK(calls == 1);
}

TEST_CASE("a source may be destroyed inside its own request") {
  auto source = std::make_unique<stop_source>();
  bool first = false, second = false;
  stop_callback a(source->token(), [&]() noexcept {
    first = true;
    source.reset();
  });
  stop_callback b(source->token(), [&]() noexcept { second = true; });
  source->request_stop();
  CHECK(first);
  CHECK_FALSE(second);  // it was told of nothing, and is not in a list that has gone
}

TEST_CASE("a source may be destroyed before its callbacks") {
  bool called = false;
  std::optional<stop_source> source(std::in_place);
  stop_callback on_stop(source->token(), [&]() noexcept { called = true; });
  source.reset();
  CHECK_FALSE(called);
}

TEST_CASE("a listener that forgets twice: the others are as they were after the first time") {
  std::string order;

  class noting : public detail::stop_listener {
   public:
    noting(std::string& order, char name) : stop_listener(&told), order_(order), name_(name) {}

   private:
    static void told(detail::stop_listener& self) noexcept {
      auto& n = static_cast<noting&>(self);
      n.order_ += n.name_;
    }

    std::string& order_;
    char name_;
  };

  stop_source source;
  noting a(order, 'a'), b(order, 'b'), c(order, 'c');
  for (noting* n : {&a, &b, &c}) CHECK(n->listen(source.token()));
  a.stop_listening();
  b.stop_listening();
  a.stop_listening();
  source.request_stop();
  CHECK(order == "c");
}

TEST_CASE("sources and callbacks stay where they are") {
  using callback = stop_callback<void (*)() noexcept>;
  STATIC_REQUIRE_FALSE(std::is_move_constructible_v<stop_source>);
  STATIC_REQUIRE_FALSE(std::is_move_constructible_v<callback>);
}

// In a tree.

TEST_CASE("a wait that starts after the stop ends as stopped at once") {
  auto body = [&]() -> task<> {
    co_await shield(sleep(20ms));
    co_await sleep(1h);
  };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 20ms);
}

TEST_CASE("a variable that has its value stops its reader after the stop like any wait") {
  dataflow_variable<int> v;
  v.set(1);
  auto body = [&]() -> task<int> {
    co_await shield(sleep(20ms));
    co_return co_await v;
  };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
}

TEST_CASE("a stop reaches every wait of a tree in its own turn") {
  timeline log;
  auto leaf = [&](std::string name) -> task<> {
    const environment here = co_await current_environment();
    note_at_exit noting(log, name, here);
    co_await never();
  };
  auto pair = [&](std::string name) -> task<> {
    co_await join(leaf(name + "1"), leaf(name + "2"));
  };
  auto body = [&]() -> task<> { co_await race(pair("a"), join(pair("b"), pair("c"))); };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 10ms);
  CHECK(log.all().size() == 6);
  CHECK(log.with(" 10").size() == 6);
}

TEST_CASE("a stop of a tree that has ended does nothing") {
  virtual_time time;
  auto& root = time.start(after(10ms, 1));
  time.run();
  root.request_stop();
  root.stop_at(20ms);
  CHECK(time.pending().timers == 0);
  auto end = root.end();
  CHECK(*end == 1);
}

TEST_CASE("a stop before a tree's first wait stops that") {
  virtual_time time;
  auto& root = time.start(after(10ms, 1));
  root.request_stop();
  CHECK(root.ended());
  CHECK(root.end().stopped());
  CHECK(time.elapsed() == 0ms);
}

TEST_CASE("all sources below know of a stop at once; it arrives at each when it is passed on") {
  stop_source above;
  stop_source beside(above.token());
  stop_source first(beside.token());
  stop_source second(first.token());
  stop_source third(beside.token());
  beside.request_stop();
  CHECK_FALSE(above.token().stop_requested());
  for (stop_source* below : {&first, &second, &third}) {
    CHECK(below->token().stop_requested());
    CHECK_FALSE(below->token().stop_arrived());
  }

  stop_source late(second.token());
  CHECK(late.token().stop_requested());
  bool called = false;
  stop_callback on_stop(late.token(), [&]() noexcept { called = true; });
  CHECK_FALSE(called);
  late.request_stop();
  CHECK(called);
}

TEST_CASE("a source that has gone is told of nothing, and those below it are") {
  stop_source above;
  auto middle = std::make_optional<stop_source>(above.token());
  stop_source other(above.token());
  middle.reset();
  above.request_stop();
  CHECK(other.token().stop_requested());
}

TEST_CASE("to ask for a stop takes no longer below 200,000 sources", "[D36]") {
  // A walk upwards would take minutes.
  std::deque<stop_source> sources(1);
  while (sources.size() < 200'000) sources.emplace_back(sources.back().token());
  std::size_t requested = 0;
  for (stop_source& s : sources) requested += s.token().stop_requested();
  CHECK(requested == 0);

  sources.front().request_stop();
  for (stop_source& s : sources) requested += s.token().stop_requested();
  CHECK(requested == sources.size());
  while (!sources.empty()) sources.pop_back();
}
