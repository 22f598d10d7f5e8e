// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// A wait for a function that another executor runs, or drops: `run_on`.

#include "verification/interleaving/tree_scenario.hpp"

namespace {

using namespace eyeballs;
using namespace interleaving;

/// What becomes of the call.
enum class fate { runs, dropped };

class one_call final : public tree_scenario {
 public:
  one_call(const plan& p, fate f) : tree_scenario(p), fate_(f) {
    spawn(run_on(elsewhere_.get_executor(), call{this}));
  }

 private:
  struct call {
    int operator()() const noexcept { return ++self->runs_; }

    one_call* self;
  };

  void run_elsewhere() override {
    if (fate_ == fate::runs) elsewhere_.wait_and_run_one();
    else elsewhere_.wait_and_drop_one();
  }

  /// Somebody may wait for a call that does not come.
  void home_is_over() noexcept override {
    asio::post(elsewhere_.get_executor(), [] {});
  }

  void check(const ends& e) override {
    expect(runs_ <= 1 && runs_ >= e.values, "a call runs once, and is heard of");
  }

  const fate fate_;
  int runs_ = 0;
  context elsewhere_;
};

void prove_all_on_two() {
  prove_on_two<one_call>("the call runs", fate::runs);
  prove_on_two<one_call>("the call is dropped", fate::dropped);
}

void prove_all_on_three() {
  prove_on_three<one_call>("the call runs", fate::runs);
  prove_on_three<one_call>("the call is dropped", fate::dropped);
}

}  // namespace

/// With an argument, on three threads.
int main(int argc, char**) {
  if (argc > 1) prove_all_on_three();
  else prove_all_on_two();
}
