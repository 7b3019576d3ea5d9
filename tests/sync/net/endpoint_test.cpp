// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/net/transport.h"

#include <gtest/gtest.h>

namespace zhida::net {
namespace {

TEST(EndpointTest, ReadsHostPortAndPath) {
    EXPECT_EQ(parseUrl("wss://hotline.example.cn"), (Endpoint{"hotline.example.cn", 443, "/", {}}));
    EXPECT_EQ(parseUrl("WSS://hotline:8443"), (Endpoint{"hotline", 8443, "/", {}}));
    EXPECT_EQ(parseUrl("wss://10.0.0.7:1/sync?v=2"), (Endpoint{"10.0.0.7", 1, "/sync?v=2", {}}));
    EXPECT_EQ(parseUrl("wss://[::1]:65535/"), (Endpoint{"::1", 65535, "/", {}}));
    EXPECT_EQ(parseUrl("wss://[fd00::12]/a"), (Endpoint{"fd00::12", 443, "/a", {}}));
}

TEST(EndpointTest, RefusesAnythingElse) {
    for (const char* url : {"",
                            "wss:",
                            "wss://",
                            "wss:///",
                            "ws://host",
                            "https://host",
                            "host:1",
                            "wss://:443",
                            "wss://host:",
                            "wss://host:0",
                            "wss://host:65536",
                            "wss://host:-1",
                            "wss://host:4 3",
                            "wss://host:44x/",
                            "wss://ho st",
                            "wss://user@host",
                            "wss://热线.cn",
                            "wss://[::1",
                            "wss://[]",
                            "wss://[",
                            "wss://[::1]x",
                            "wss://[host]",
                            "wss://::1",
                            "wss://host/a b",
                            "wss://host/路",
                            "wss://host/#x",
                            "wss://host\\x",
                            "wss://host?x",
                            "wss://host/\n"}) {
        EXPECT_FALSE(parseUrl(url)) << url;
    }
    EXPECT_FALSE(parseUrl("wss://" + std::string(254, 'a')));
    EXPECT_FALSE(parseUrl("wss://a/" + std::string(1024, 'a')));
}

}  // namespace
}  // namespace zhida::net
