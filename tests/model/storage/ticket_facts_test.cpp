// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/ticket_facts.h"

#include <gtest/gtest.h>

namespace zhida::storage {
namespace {

TEST(Phones, digitsWithoutTheCountryOfAMobile) {
    EXPECT_EQ(phoneDigits("138 0538 1234"), "13805381234");
    EXPECT_EQ(phoneDigits("+8613805381234"), "13805381234");
    EXPECT_EQ(phoneDigits("008613805381234"), "13805381234");
    EXPECT_EQ(phoneDigits("１３８０５３８１２３４"), "13805381234");
    EXPECT_EQ(phoneDigits("0538-8224567转3"), "053882245673");
    EXPECT_EQ(phoneDigits("8612345"), "8612345") << "too short to have a country";
    EXPECT_EQ(phoneDigits("不详"), "");
}

TEST(Phones, theTailNeedsSevenDigits) {
    EXPECT_EQ(phoneTail("123456"), std::nullopt);
    EXPECT_EQ(phoneTail("1234567"), 1234567);
    EXPECT_EQ(phoneTail("99990000001"), 1) << "zeros in front count as digits";
}

TEST(Numbers, backToFrontInUpperCase) { EXPECT_EQ(reversedNumber("12ab"), "BA21"); }

TEST(Facts, aSecondPhoneWithTheSameTailIsOneKey) {
    domain::Ticket ticket;
    ticket.caller.phone = "13805381234";
    ticket.caller.contactPhone = "05381234";
    EXPECT_EQ(factsOf(ticket, {}).phoneKeys, std::vector<std::int64_t>{5381234});
}

TEST(Facts, beforeTheFirstSignInNothingIsMine) {
    domain::Ticket ticket;  // registered by nobody, of no unit
    EXPECT_EQ(factsOf(ticket, {}).memberships.size(), 2U) << "the two orders of the whole list";
}

}  // namespace
}  // namespace zhida::storage
