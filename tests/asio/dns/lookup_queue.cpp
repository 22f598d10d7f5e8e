// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/dns/lookup_queue.hpp"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "eyeballs/asio/dns/lookup.hpp"
#include "support/asio.hpp"
#include "support/lookups.hpp"

using detail::lookup_queue;
using detail::lookup_waiter_for;
using detail::patience;
using detail::question;
using detail::shared_lookups;

namespace {

using list = std::vector<std::string>;

/// Questions that are made up: each is answered by its key, when it may be.
class oracle {
 public:
  /// Blocks while it is silent.
  question<std::string> ask(const std::string& name, const std::string& what) {
    auto answer = [this, key = name + what] {
      std::unique_lock lock(mutex_);
      begun_.push_back(key);
      changed_.notify_all();
      changed_.wait(lock, [&] { return !silent_ || spoken_.contains(key); });
      return result<std::string>(key);
    };
    return question<std::string>(name, what, answer);
  }

  /// Answers that question, and then all of them.
  void speak(const std::string& key) {
    const std::scoped_lock lock(mutex_);
    spoken_.insert(key);
    changed_.notify_all();
  }

  void speak() {
    const std::scoped_lock lock(mutex_);
    silent_ = false;
    changed_.notify_all();
  }

  /// What was begun, in this order.
  list begun() {
    const std::scoped_lock lock(mutex_);
    return begun_;
  }

  void wait_for_begun(std::size_t count) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return begun_.size() >= count; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool silent_ = true;
  std::set<std::string> spoken_;
  list begun_;
};

/// The queue of a context, and those who wait. At the end all calls are answered, and no thread is
/// left that would ask the oracle.
class lookups {
 public:
  explicit lookups(std::size_t threads = shared_lookups::most_threads)
      : shared(threads), queue(std::make_shared<lookup_queue>(shared)) {}

  ~lookups() {
    all.speak();
    while (running() > 0) std::this_thread::sleep_for(1ms);
  }

  class waiter {
   public:
    waiter(std::shared_ptr<lookup_queue> q, const question<std::string>& asked)
        : queue_(std::move(q)), box_(std::make_shared<lookup_waiter_for<std::string>>()) {
      queue_->add(box_, asked);
    }

    void forget() const { queue_->forget(*box_); }

    /// Waits for the answer.
    std::string answer() const {
      while (!has_answer()) std::this_thread::sleep_for(1ms);
      return **box_->box.result();
    }

    bool has_answer() const { return box_->box.has_result(); }

   private:
    std::shared_ptr<lookup_queue> queue_;
    std::shared_ptr<lookup_waiter_for<std::string>> box_;
  };

  waiter ask(const std::string& name, const std::string& what = "?") {
    return waiter(queue, all.ask(name, what));
  }

  waiter ask_files(const std::string& name) {
    question<std::string> asked = all.ask(name, "!");
    asked.takes = patience::files;
    return waiter(queue, asked);
  }

  /// Asks about names of which each hangs in a thread.
  std::vector<waiter> hang(std::size_t names) {
    std::vector<waiter> hung;
    for (std::size_t i = 0; i < names; ++i) hung.push_back(ask("hung" + std::to_string(i)));
    all.wait_for_begun(names);
    return hung;
  }

  std::size_t running() const { return shared.network.count() + shared.files.count(); }

  oracle all;
  shared_lookups shared;
  std::shared_ptr<lookup_queue> queue;
};

}  // namespace

TEST_CASE("nobody gets the place of who forgets, if the context dies") {
  lookups l;
  const auto hung = l.hang(detail::most_names);
  const auto waits = l.ask("waits");
  l.queue->close();
  hung.front().forget();
  CHECK(l.queue->names_asked_about() == detail::most_names - 1);
  waits.forget();
}

TEST_CASE("one call answers all who ask the same", "[D27]") {
  lookups l;
  const auto first = l.ask("a"), second = l.ask("a"), third = l.ask("a");
  l.all.speak();
  CHECK(first.answer() == "a?");
  CHECK(second.answer() == "a?");
  CHECK(third.answer() == "a?");
  CHECK(l.all.begun() == list{"a?"});
}

TEST_CASE("who forgets a question disturbs no other who asked it", "[D27]") {
  lookups l;
  const auto first = l.ask("a"), second = l.ask("a"), third = l.ask("a");
  second.forget();
  first.forget();
  CHECK(l.queue->names_asked_about() == 1);
  l.all.speak();
  CHECK(third.answer() == "a?");
  CHECK_FALSE(first.has_answer());
  CHECK_FALSE(second.has_answer());
}

TEST_CASE("an answer is not kept: who asks later makes a new call", "[D27]") {
  lookups l;
  l.all.speak();
  CHECK(l.ask("a").answer() == "a?");
  CHECK(l.ask("a").answer() == "a?");
  CHECK(l.all.begun() == list{"a?", "a?"});
}

TEST_CASE("a call that was given up, and hangs, answers who asks again", "[D27]") {
  lookups l;
  l.hang(1).front().forget();
  CHECK(l.queue->names_asked_about() == 0);
  const auto again = l.ask("hung0");
  CHECK(l.queue->names_asked_about() == 1);
  l.all.speak();
  CHECK(again.answer() == "hung0?");
  CHECK(l.all.begun().size() == 1);
}

TEST_CASE("a question that has another type of answer is another", "[D27]") {
  lookups l;
  const auto text = l.ask("a", "?");
  auto box = std::make_shared<lookup_waiter_for<int>>();
  l.queue->add(box, question<int>("a", "?", [] { return result<int>(7); }));
  l.all.speak();
  CHECK(text.answer() == "a?");
  while (!box->box.has_result()) std::this_thread::sleep_for(1ms);
  CHECK(**box->box.result() == 7);
}

TEST_CASE("an exception of the function is the answer") {
  lookups l;
  auto box = std::make_shared<lookup_waiter_for<int>>();
  l.queue->add(box, question<int>("a", "?", []() -> result<int> { throw std::bad_alloc(); }));
  while (!box->box.has_result()) std::this_thread::sleep_for(1ms);
  CHECK(box->box.result()->error().code() == std::errc::not_enough_memory);
}

TEST_CASE("a hundred names that hang and were given up hold up nobody", "[D27]") {
  lookups l;
  for (int i = 0; i < 100; ++i) {
    const auto hung = l.ask("hung" + std::to_string(i));
    l.all.wait_for_begun(std::size_t(i) + 1);
    hung.forget();
  }
  CHECK(l.queue->names_asked_about() == 0);
  l.all.speak("good?");
  CHECK(l.ask("good").answer() == "good?");
}

TEST_CASE("sixty names that hang and are waited for hold up nobody", "[D27]") {
  lookups l;
  const auto hung = l.hang(60);
  l.all.speak("good?");
  CHECK(l.ask("good").answer() == "good?");
}

TEST_CASE("with sixty-four names asked about, others wait, and are served in turn", "[D27]") {
  lookups l;
  const auto hung = l.hang(64);
  const auto a = l.ask("a"), b = l.ask("b"), c = l.ask("c");
  CHECK(l.queue->names_asked_about() == 64);
  CHECK(l.all.begun().size() == 64);

  b.forget();
  hung[5].forget();  // which hangs on
  l.all.wait_for_begun(65);
  CHECK(l.all.begun().back() == "a?");
  l.all.speak("hung7?");
  l.all.wait_for_begun(66);
  CHECK(l.all.begun().back() == "c?");
  CHECK(l.queue->names_asked_about() == 64);
}

TEST_CASE("100,000 names wait, and each is given up at once, whichever others wait", "[D27]") {
  lookups dns;
  std::vector<lookups::waiter> waiters;
  for (int i = 0; i < 100'000; ++i) waiters.push_back(dns.ask(std::to_string(i)));
  CHECK(dns.queue->names_asked_about() == detail::most_names);

  // A search through those who wait would be five thousand million steps: it would hang.
  for (auto w = waiters.rbegin(); w != waiters.rend(); ++w) w->forget();
  CHECK(dns.queue->names_asked_about() == 0);
}

TEST_CASE("all questions about one name have one place", "[D27]") {
  lookups l;
  std::vector<lookups::waiter> all;
  for (int i = 0; i < 100; ++i) all.push_back(l.ask("a", std::to_string(i)));
  l.all.wait_for_begun(100);
  CHECK(l.queue->names_asked_about() == 1);
  for (const auto& w : all) w.forget();
  CHECK(l.queue->names_asked_about() == 0);
}

TEST_CASE("each context has its own places") {
  lookups l;
  const auto hung = l.hang(64);
  const auto other = std::make_shared<lookup_queue>(l.shared);
  l.all.speak("good?");
  CHECK(lookups::waiter(other, l.all.ask("good", "?")).answer() == "good?");
}

TEST_CASE("without a thread names take turns, and a name's many questions hold up no other",
          "[D27]") {
  lookups l(shared_lookups::for_files + 1);  // one for the network
  const auto hung = l.hang(1);
  std::vector<lookups::waiter> all;
  for (const char* what : {"1", "2", "3"}) all.push_back(l.ask("a", what));
  for (const char* what : {"1", "2"}) all.push_back(l.ask("b", what));
  all.push_back(l.ask("c", "1"));
  all[1].forget();
  all.push_back(l.ask("a", "4"));
  l.all.speak();
  for (const auto& w : all)
    if (&w != &all[1]) w.answer();
  CHECK(l.all.begun() == list{"hung0?", "a1", "b1", "c1", "a3", "b2", "a4"});
}

TEST_CASE("what only reads files waits neither for a place nor for a thread", "[D27]") {
  lookups l(shared_lookups::for_files + 64);
  const auto hung = l.hang(64);
  const auto waits = l.ask("waits");
  l.all.speak("good!");
  CHECK(l.ask_files("good").answer() == "good!");
  CHECK(l.shared.network.count() == 64);
  waits.forget();  // nobody gives it a place when those who hang are gone
}

TEST_CASE("questions begin in the order in which they are asked, IPv6 first", "[R1]") {
  lookups l(shared_lookups::for_files + 1);  // with one thread it is the queue's order alone
  support::note_lookups();
  for (int i = 0; i < 5; ++i) {
    std::vector<std::shared_ptr<lookup_waiter_for<detail::addresses>>> boxes;
    for (const auto family : {detail::asked_family::v6, detail::asked_family::v4}) {
      const auto asked = detail::which_addresses("both.test", "1", family);
      l.queue->add(boxes.emplace_back(std::make_shared<lookup_waiter_for<detail::addresses>>()),
                   asked);
    }
    while (l.running() > 0) std::this_thread::sleep_for(1ms);
  }
  std::vector<int> expected;
  for (int i = 0; i < 5; ++i) expected.insert(expected.end(), {AF_INET6, AF_INET});
  CHECK(support::begun_lookups("both.test") == expected);
}

TEST_CASE("the A query comes a little later, if the AAAA query is made just before it", "[R1]") {
  lookups l(shared_lookups::for_files + 1);
  const auto hung = l.hang(1);
  std::vector<std::shared_ptr<lookup_waiter_for<detail::addresses>>> boxes;
  const auto follows_aaaa = [&](const char* host, const char* service,
                                detail::asked_family family) {
    const auto asked = detail::which_addresses(host, service, family);
    l.queue->add(boxes.emplace_back(std::make_shared<lookup_waiter_for<detail::addresses>>()),
                 asked);
    return boxes.back()->call->follows;
  };
  constexpr auto six = detail::asked_family::v6, four = detail::asked_family::v4;
  CHECK_FALSE(follows_aaaa("b.test", "80", four));
  CHECK_FALSE(follows_aaaa("a.test", "80", six));
  CHECK(follows_aaaa("a.test", "80", four));
  CHECK_FALSE(follows_aaaa("c.test", "80", six));
  CHECK_FALSE(follows_aaaa("d.test", "80", six));
  CHECK_FALSE(follows_aaaa("c.test", "80", four));  // the AAAA query is not the newest
  CHECK_FALSE(follows_aaaa("e.test", "80", six));
  CHECK_FALSE(follows_aaaa("e.test", "443", four));
  for (const auto& box : boxes) l.queue->forget(*box);
}

TEST_CASE("no thread is left when the lookups have ended", "[D27]") {
  const std::size_t threads = support::running_threads();
  {
    lookups l;
    const auto hung = l.hang(20);
    CHECK(l.running() == 20);
  }
  CHECK(support::threads_settle(threads));
}
