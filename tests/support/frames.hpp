// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_FRAMES_HPP
#define EYEBALLS_TESTS_SUPPORT_FRAMES_HPP

// Counts the frames of coroutines.

#include <cstddef>
#include <new>

#include "eyeballs/core/scheduler.hpp"

namespace support {

class counting_frames : public eyeballs::detail::frame_resource {
 public:
  std::size_t live() const { return live_; }  ///< frames that are there

  std::size_t made() const { return made_; }  ///< frames ever made

  std::size_t bytes() const { return bytes_; }  ///< of those that are there

  std::size_t most() const { return most_; }  ///< bytes at the worst moment

  void* allocate(std::size_t bytes) override {
    void* p = ::operator new(bytes);
    ++live_;
    ++made_;
    bytes_ += bytes;
    if (bytes_ > most_) most_ = bytes_;
    return p;
  }

  void deallocate(void* frame, std::size_t bytes) noexcept override {
    --live_;
    bytes_ -= bytes;
    ::operator delete(frame);
  }

 private:
  std::size_t live_ = 0, made_ = 0, bytes_ = 0, most_ = 0;
};

}  // namespace support

#endif
