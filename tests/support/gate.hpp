// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What a thread of a test waits at until another one opens it.
//
// It is no std::binary_semaphore: that of GCC 12 sleeps for ever at times where the system has no futex, as Windows.

#include <condition_variable>
#include <mutex>

namespace support {

/// Closed until it is opened, for good.
class gate {
 public:
  void open() {
    const std::scoped_lock lock(mutex_);
    open_ = true;
    opened_.notify_all();
  }

  void wait() {
    std::unique_lock lock(mutex_);
    opened_.wait(lock, [&] { return open_; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable opened_;
  bool open_ = false;
};

}  // namespace support
