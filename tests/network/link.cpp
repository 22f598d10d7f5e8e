// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// link NAME MS PID: a link from this network to that of the process PID, until it is killed. Its
// ends are both called NAME, and each packet is MS milliseconds late. It says "ready", or on stderr
// why there can be none. (Not every kernel has netem, which does the same.)

#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <asio/buffer.hpp>
#include <asio/io_context.hpp>
#include <asio/posix/stream_descriptor.hpp>
#include <asio/steady_timer.hpp>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <system_error>

using device = asio::posix::stream_descriptor;

int check(int result, const std::string& what) {
  if (result < 0) throw std::system_error(errno, std::generic_category(), what);
  return result;
}

int open_tun(const std::string& name) {
  const int fd = check(open("/dev/net/tun", O_RDWR), "/dev/net/tun");
  ifreq request{};
  name.copy(request.ifr_name, IFNAMSIZ - 1);
  request.ifr_flags = IFF_TUN | IFF_NO_PI;
  check(ioctl(fd, TUNSETIFF, &request), "TUNSETIFF");
  return fd;
}

/// From here on: devices stay in the network in which they were made.
void enter_network_of(const std::string& pid) {
  const std::string file = "/proc/" + pid + "/ns/net";
  const int fd = check(open(file.c_str(), O_RDONLY), file);
  check(setns(fd, CLONE_NEWNET), "setns");
  close(fd);
}

/// Passes on what comes from `from`, a packet at a time.
class direction {
 public:
  direction(device& from, device& to, std::chrono::milliseconds delay)
      : from_(from), to_(to), delay_(delay) {
    receive();
  }

 private:
  void receive() {
    from_.async_read_some(asio::buffer(buffer_), [this](std::error_code failed, std::size_t size) {
      if (failed) return;  // the link is gone, with the network that it led to
      send_later({buffer_, size});
      receive();
    });
  }

  void send_later(std::string packet) {
    auto timer = std::make_shared<asio::steady_timer>(to_.get_executor(), delay_);
    timer->async_wait([this, timer, packet = std::move(packet)](std::error_code) {
      std::error_code ignored;  // a packet that a device does not take is lost
      to_.write_some(asio::buffer(packet), ignored);
    });
  }

  device& from_;
  device& to_;
  const std::chrono::milliseconds delay_;
  char buffer_[65536];
};

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  try {
    asio::io_context context(1);
    device here(context, open_tun(argv[1]));
    enter_network_of(argv[3]);
    device there(context, open_tun(argv[1]));
    const std::chrono::milliseconds delay(std::atoi(argv[2]));
    const direction out(here, there, delay), back(there, here, delay);
    std::cout << "ready" << std::endl;
    context.run();
  } catch (const std::exception& e) {
    std::cerr << "link: " << e.what() << '\n';
    return 1;
  }
}
