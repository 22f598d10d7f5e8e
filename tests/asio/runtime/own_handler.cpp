// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/runtime/own_handler.hpp"

#include <optional>

#include "eyeballs/asio/runtime/wake_up.hpp"
#include "support/asio.hpp"

namespace {

/// Counts what it hears of its handlers.
template <class Executor> class counting_tree {
 public:
  explicit counting_tree(const Executor& e) : executor_(e) {}

  const Executor& executor() const noexcept { return executor_; }

  void handler_handed_out() noexcept { ++handed_out; }

  void handler_taken_back() noexcept { ++taken_back; }

  void own_handler_dropped() noexcept { ++dropped; }

  void on_call() { ++called; }

  void post() { detail::post_to<&counting_tree::on_call>(*this, memory); }

  int handed_out = 0, taken_back = 0, dropped = 0, called = 0;
  detail::reserved_block memory;

 private:
  Executor executor_;
};

using io_tree = counting_tree<asio::io_context::executor_type>;

}  // namespace

TEST_CASE("an own handler that is called is neither taken back nor dropped") {
  asio::io_context io;
  io_tree tree(io.get_executor());
  tree.post();
  CHECK(tree.handed_out == 1);
  CHECK(tree.called == 0);
  io.run();
  CHECK(tree.called == 1);
  CHECK(tree.taken_back == 0);
  CHECK(tree.dropped == 0);
}

TEST_CASE("an own handler that the executor refuses is taken back") {
  asio::io_context io;
  counting_tree<refusing_executor> tree{refusing_executor(io)};
  CHECK_THROWS_AS(tree.post(), std::system_error);
  CHECK(tree.handed_out == 1);
  CHECK(tree.taken_back == 1);
  CHECK(tree.dropped == 0);
}

TEST_CASE("an own handler that dies with its context is dropped") {
  std::optional<asio::io_context> io(std::in_place);
  io_tree tree(io->get_executor());
  tree.post();
  io.reset();
  CHECK(tree.called == 0);
  CHECK(tree.taken_back == 0);
  CHECK(tree.dropped == 1);
}

TEST_CASE("an own handler that dies while another one is handed out is dropped") {
  asio::io_context io;
  io_tree tree(io.get_executor());
  detail::reserved_block other;
  {
    const detail::own_handler<io_tree, &io_tree::on_call> dies(tree, tree.memory);
    const detail::hand_out_scope handing_out(other);
    CHECK(detail::hand_out_scope::is_refusing(other));
    CHECK_FALSE(detail::hand_out_scope::is_refusing(tree.memory));
  }
  CHECK(tree.dropped == 1);
  CHECK_FALSE(detail::hand_out_scope::is_refusing(other));
}

TEST_CASE("an own handler lies in its block, and leaves it before it is called") {
  asio::io_context io;
  io_tree tree(io.get_executor());
  for (int i = 0; i < 3; ++i) {
    tree.post();
    void* const occupied = tree.memory.allocate(1);
    CHECK(occupied != static_cast<void*>(&tree.memory));
    tree.memory.deallocate(occupied);
    io.restart();
    io.run();
    void* const free_again = tree.memory.allocate(1);
    CHECK(free_again == static_cast<void*>(&tree.memory));
    tree.memory.deallocate(free_again);
  }
  CHECK(tree.called == 3);
}

TEST_CASE("a wake-up is posted once, until its handler has come") {
  using state = detail::wake_up::state;
  detail::wake_up wake_up;
  int posted = 0;
  const auto post = [&](detail::reserved_block&) { ++posted; };
  CHECK(wake_up.current_state() == state::idle);
  wake_up.post(post);
  wake_up.post(post);
  CHECK(posted == 1);
  CHECK(wake_up.current_state() == state::posted);
  wake_up.handler_called();
  wake_up.post(post);
  CHECK(posted == 2);
}

TEST_CASE("a wake-up that the executor refuses may be posted again") {
  detail::wake_up wake_up;
  int posted = 0;
  wake_up.post([](detail::reserved_block&) { throw std::bad_alloc(); });
  CHECK(wake_up.current_state() == detail::wake_up::state::idle);
  wake_up.post([&](detail::reserved_block&) { ++posted; });
  CHECK(posted == 1);
}
