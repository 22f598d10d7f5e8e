// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/core/result.hpp"

#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>

#include "support/steps.hpp"

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

namespace {

const std::error_code refusal = std::make_error_code(std::errc::connection_refused);

template <class Exception> error error_of(Exception thrown) {
  try {
    throw thrown;
  } catch (...) { return error::current(); }
}

}  // namespace

TEST_CASE("an error has a code, what it is about, and no causes if it is a leaf") {
  const error e(refusal, "[::1]:443");
  CHECK(e.code() == std::errc::connection_refused);
  CHECK(e.about() == "[::1]:443");
  CHECK(e.causes().empty());
  CHECK(e.message() == "[::1]:443: " + refusal.message());
}

TEST_CASE("an error may be about a value, which is told when somebody asks, and shared by copies",
          "[D30]") {
  struct record {
    std::string about() const {
      ++*told;
      return name;
    }

    std::string name;
    std::shared_ptr<int> told = std::make_shared<int>(0);
  };

  struct other_record {
    std::string about() const { return ""; }
  };

  const record aaaa{"AAAA"};
  std::optional<error> first(error(refusal, aaaa, {error(errc::no_endpoints)}));
  const error e = *first;
  const record* const subject = e.subject_as<record>();
  REQUIRE(subject);
  CHECK(first->subject_as<record>() == subject);
  first.reset();
  CHECK(subject->name == "AAAA");
  CHECK(e.causes().size() == 1);
  CHECK(*aaaa.told == 0);
  CHECK(e.about() == "AAAA");
  CHECK(*aaaa.told == 1);
  CHECK(e.subject_as<other_record>() == nullptr);
  CHECK(error(refusal).subject_as<record>() == nullptr);
  CHECK(error(refusal, "a text").subject_as<record>() == nullptr);
}

TEST_CASE("an error is no larger than a code and a pointer, and copying one can't fail") {
  CHECK(sizeof(error) == sizeof(std::error_code) + sizeof(void*));
  CHECK(std::is_nothrow_copy_constructible_v<error>);
  error e(refusal, "a");
  const error moved = std::move(e);
  e = moved;
  CHECK(e.about() == "a");
}

TEST_CASE("an error's message tells its causes") {
  const error e(refusal, "all", {error(refusal, "a"), error(errc::no_endpoints)});
  CHECK(e.message() == "all: " + refusal.message() + " (a: " + refusal.message() +
                           "; no endpoints to connect to)");
}

TEST_CASE("an error without a subject says its code's message") {
  CHECK(error(refusal).message() == refusal.message());
}

TEST_CASE("the library's codes have names and texts") {
  const std::error_code code = errc::deadlock;
  CHECK(std::string(code.category().name()) == "eyeballs");
  CHECK_FALSE(code.message().empty());
  CHECK(code == errc::deadlock);
  CHECK(code != std::error_code(errc::stopped));
  CHECK_FALSE(eyeballs_category().message(99).empty());
  CHECK_FALSE(eyeballs_category().message(-1).empty());
}

TEST_CASE("what is thrown is one type derived from std::system_error, and holds the whole") {
  const result<int> r = error(refusal, "all", {error(refusal, "a"), error(refusal, "b")});
  auto copy = r;
  try {
    copy.value();
    FAIL("did not throw");
  } catch (const std::system_error& e) {
    CHECK(e.code() == std::errc::connection_refused);
    const auto* whole = dynamic_cast<const task_error*>(&e);
    REQUIRE(whole);
    REQUIRE(whole->error().causes().size() == 2);
    CHECK(whole->error().causes()[1].about() == "b");
  }
}

TEST_CASE("an error's exception is never null, and rethrows to an equal error") {
  const error e(refusal, "all", {error(refusal, "a")});
  REQUIRE(e.exception());
  try {
    std::rethrow_exception(e.exception());
  } catch (...) {
    const error again = error::current();
    CHECK(again.code() == e.code());
    CHECK(again.about() == e.about());
    CHECK(again.causes().size() == 1);
  }
}

TEST_CASE("a system_error that leaves a coroutine keeps its code") {
  auto body = []() -> task<> {
    co_await sleep(1ms);
    throw std::system_error(refusal, "socket");
  };
  auto end = play(body());
  CHECK(end.code() == std::errc::connection_refused);
}

TEST_CASE("a const result is read like one that is not") {
  const result<std::string> text(std::string("abc"));
  CHECK(text->size() == 3);
  CHECK(*text == "abc");
}

TEST_CASE("exceptions become errors, and stay the exceptions they were") {
  CHECK(error_of(std::system_error(refusal)).code() == std::errc::connection_refused);
  CHECK(error_of(std::bad_alloc()).code() == std::errc::not_enough_memory);
  const error thrown = error_of(std::logic_error("no such key"));
  CHECK(thrown.code() == errc::exception);
  CHECK(thrown.message() == "no such key: an exception left a task");
  CHECK_THROWS_AS(std::rethrow_exception(thrown.exception()), std::logic_error);
  CHECK(error_of(7).code() == errc::exception);
  CHECK_THROWS_AS(std::rethrow_exception(error_of(7).exception()), int);
}

TEST_CASE("an error that is thrown on through tasks keeps its causes") {
  auto body = []() -> task<int> {
    std::vector<task<int>> v;
    v.push_back(failed());
    v.push_back(failed(std::errc::timed_out));
    co_return co_await race(std::move(v));
  };
  auto above = [&]() -> task<int> { co_return co_await body(); };
  auto end = play(above());
  REQUIRE(end.failed());
  CHECK(end.end.error().causes().size() == 2);
  CHECK(end.code() == std::errc::connection_refused);
}

TEST_CASE("a result holds a value or an error") {
  result<int> good = 7;
  CHECK(good.has_value());
  CHECK(*good == 7);
  CHECK(good.value() == 7);
  CHECK_FALSE(good.stopped());

  result<int> bad = fail(refusal);
  CHECK(bad.has_error());
  CHECK_FALSE(bad);
  CHECK(bad.error().code() == refusal);
}

TEST_CASE("an outcome holds a value, an error, or stopped") {
  const outcome<int> good = 7, bad = fail(refusal), none = stopped;
  CHECK(good.has_value());
  CHECK(bad.has_error());
  CHECK(none.stopped());
  CHECK_FALSE(none);
  CHECK_FALSE(none.has_error());
}

TEST_CASE("the value of what was stopped is asked in vain") {
  outcome<int> o = stopped;
  try {
    o.value();
    FAIL("did not throw");
  } catch (const std::system_error& e) { CHECK(e.code() == errc::stopped); }
}

TEST_CASE("a result is an outcome that was not stopped, and back") {
  outcome<int> good = result<int>(7);
  CHECK(*good == 7);
  outcome<int> bad = result<int>(fail(refusal));
  CHECK(bad.error().code() == refusal);
  CHECK(*std::move(good).as_result() == 7);
  CHECK(std::move(bad).as_result().error().code() == refusal);
}

TEST_CASE("results of void, of references and of what can only be moved") {
  result<void> nothing;
  CHECK(nothing.has_value());
  nothing.value();

  int i = 1;
  result<int&> reference(&i);
  *reference = 2;
  CHECK(i == 2);
  CHECK(&reference.value() == &i);

  result<move_only> moved(move_only(7));
  CHECK(moved->value == 7);
  move_only out = *std::move(moved);
  CHECK(out.value == 7);
}

TEST_CASE("the value of a const result or outcome, and of a temporary one") {
  const result<std::string> good("a");
  const outcome<std::string> bad{error(errc::no_endpoints)};
  CHECK(good.value() == "a");
  CHECK(&good.value() == &*good);
  CHECK(std::move(good).value() == "a");
  CHECK_THROWS_AS(bad.value(), task_error);
  CHECK_THROWS_AS(std::move(bad).value(), task_error);
  CHECK(result<std::string>("b").value() == "b");
  STATIC_REQUIRE(std::is_same_v<decltype(good.value()), const std::string&>);
  STATIC_REQUIRE(std::is_same_v<decltype(std::move(good).value()), const std::string&&>);
  STATIC_REQUIRE(std::is_same_v<decltype(result<int>(1).value()), int&&>);

  int n = 1;
  const result<int&> reference(&n);
  CHECK(&reference.value() == &n);
  CHECK_NOTHROW(result<void>().value());
}

TEST_CASE("value_or yields a copy of the value, or moves it, or takes the other") {
  const result<std::string> good("a");
  const result<std::string> bad{error(errc::no_endpoints)};
  const outcome<std::string> none(stopped);
  CHECK(good.value_or("other") == "a");
  CHECK(bad.value_or("other") == "other");
  CHECK(none.value_or("other") == "other");
  STATIC_REQUIRE(std::is_same_v<decltype(good.value_or("other")), std::string>);

  result<std::unique_ptr<int>> owner(std::make_unique<int>(7));
  CHECK(*std::move(owner).value_or(nullptr) == 7);
  result<std::unique_ptr<int>> nobody{error(errc::no_endpoints)};
  CHECK(*std::move(nobody).value_or(std::make_unique<int>(8)) == 8);

  int n = 1;
  const outcome<int&> reference(&n);
  CHECK(reference.value_or(2) == 1);
  CHECK(outcome<int&>(stopped).value_or(2) == 2);
  STATIC_REQUIRE(std::is_same_v<decltype(reference.value_or(2)), int>);
}

TEST_CASE("a chain of 100,000 causes is copied, told and destroyed without a stack as deep") {
  error last(refusal, "0");
  for (int i = 1; i < 100'000; ++i) {
    std::vector<error> causes;
    causes.push_back(std::move(last));
    last = error(refusal, std::to_string(i), std::move(causes));
  }
  const error copy = last;
  const std::string text = copy.message();
  CHECK(text.starts_with("99999: " + refusal.message() + " (99998: "));
  CHECK(text.find("(99935: " + refusal.message() + " (...))") != text.npos);
  CHECK(text.find("99934") == text.npos);
}

TEST_CASE("causes that others share live on when a chain is destroyed") {
  std::optional<error> cause(error(refusal, "cause"));
  const error shared = *cause;
  std::optional<error> above(error(refusal, "above", {*cause, error(refusal, "alone", {shared})}));
  cause.reset();
  const error alone = above->causes()[1];
  above.reset();
  CHECK(shared.about() == "cause");
  CHECK(alone.message() == "alone: " + refusal.message() + " (" + shared.message() + ")");
}

TEST_CASE("what is thrown reads as one line, also if it is about nothing") {
  const std::error_code refused = std::make_error_code(std::errc::connection_refused);
  CHECK(task_error(error(refused)).what() == refused.message());
  CHECK(task_error(error(refused, "port 80")).what() == "port 80: " + refused.message());

  const error cause(refused, "[::1]:80");
  const error whole(refused, "all failed", {cause});
  CHECK(task_error(whole).what() == "all failed: " + refused.message());
  CHECK(task_error(whole).error().message() ==
        "all failed: " + refused.message() + " ([::1]:80: " + refused.message() + ")");
}
