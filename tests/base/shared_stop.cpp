// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/base/shared_stop.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "support/catch.hpp"
#include "support/gate.hpp"

namespace {

namespace shared = eyeballs::detail::shared_stop;

}  // namespace

TEST_CASE("a shared stop is seen by all tokens, those made later too") {
  shared::stop_source source;
  const shared::stop_token before = source.get_token();
  CHECK_FALSE(before.stop_requested());
  CHECK_FALSE(source.stop_requested());

  CHECK(source.request_stop());
  CHECK(before.stop_requested());
  CHECK(source.get_token().stop_requested());
  CHECK(source.stop_requested());
  CHECK_FALSE(source.request_stop());
}

TEST_CASE("a shared stop token without a source is never stopped") {
  const shared::stop_token token;
  bool called = false;
  {
    const shared::stop_callback on_stop(token, [&] { called = true; });
  }
  CHECK_FALSE(token.stop_requested());
  CHECK_FALSE(called);
}

TEST_CASE("shared stop tokens are equal if they are of one source") {
  const shared::stop_source one, other;
  CHECK(one.get_token() == one.get_token());
  CHECK_FALSE(one.get_token() == other.get_token());
  CHECK(shared::stop_token() == shared::stop_token());
}

TEST_CASE("a shared stop outlives its source") {
  std::optional<shared::stop_source> source(std::in_place);
  const shared::stop_token token = source->get_token();
  shared::stop_source copy = *source;
  source.reset();
  CHECK(copy.request_stop());
  CHECK(token.stop_requested());
}

TEST_CASE("shared stop: each callback is called once, by who requests the stop") {
  shared::stop_source source;
  std::string calls;
  const shared::stop_callback first(source.get_token(), [&] { calls += "a"; });
  const shared::stop_callback second(source.get_token(), [&] { calls += "b"; });
  CHECK(calls.empty());
  source.request_stop();
  CHECK(calls == "ab");
  source.request_stop();
  CHECK(calls == "ab");
}

TEST_CASE("shared stop: a callback that comes later is called at once") {
  shared::stop_source source;
  source.request_stop();
  int calls = 0;
  const shared::stop_callback on_stop(source.get_token(), [&] { ++calls; });
  CHECK(calls == 1);
}

TEST_CASE("shared stop: a callback that has gone is not called") {
  shared::stop_source source;
  int calls = 0;
  std::optional<shared::stop_callback<std::function<void()>>> gone;
  gone.emplace(source.get_token(), [&] { ++calls; });
  gone.reset();
  source.request_stop();
  CHECK(calls == 0);
}

TEST_CASE("shared stop: a callback may end itself, another one, and the source") {
  using callback = shared::stop_callback<std::function<void()>>;
  auto source = std::make_unique<shared::stop_source>();
  std::optional<callback> self;
  std::optional<callback> other;
  bool other_was_called = false;
  self.emplace(source->get_token(), [&] {
    other.reset();
    source.reset();
    self.reset();
  });
  other.emplace(source->get_token(), [&] { other_was_called = true; });
  CHECK(source->request_stop());
  CHECK_FALSE(self);
  CHECK_FALSE(other_was_called);
}

TEST_CASE("shared stop: a callback sees the stop, and may add others") {
  shared::stop_source source;
  bool seen = false;
  bool added = false;
  const shared::stop_callback on_stop(source.get_token(), [&] {
    seen = source.stop_requested();
    const shared::stop_callback late(source.get_token(), [&] { added = true; });
  });
  source.request_stop();
  CHECK(seen);
  CHECK(added);
}

TEST_CASE("shared stop: who ends a callback that runs elsewhere waits for it") {
  shared::stop_source source;
  support::gate begun;
  support::gate go_on;
  std::atomic<bool> ended = false;
  auto blocks = [&] {
    begun.open();
    go_on.wait();
    ended = true;
  };
  using callback = shared::stop_callback<std::function<void()>>;
  auto on_stop = std::make_unique<callback>(source.get_token(), blocks);

  std::thread requests([&] { source.request_stop(); });
  begun.wait();
  std::thread lets_go_on([&] { go_on.open(); });
  on_stop.reset();
  CHECK(ended);
  requests.join();
  lets_go_on.join();
}

TEST_CASE(
    "shared stop: of many threads one requests it, and each callback is called once at most") {
  constexpr int rounds = 200;
  for (int round = 0; round < rounds; ++round) {
    shared::stop_source source;
    std::atomic<int> first = 0;
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 2; ++i) {
      threads.emplace_back([&] { first += source.request_stop(); });
      threads.emplace_back([&] {
        int calls = 0;
        {
          const shared::stop_callback on_stop(source.get_token(), [&] { ++calls; });
        }
        wrong += calls > 1;
        wrong += calls == 1 && !source.stop_requested();
      });
    }
    for (std::thread& t : threads) t.join();
    REQUIRE(first == 1);
    REQUIRE(wrong == 0);
  }
}
