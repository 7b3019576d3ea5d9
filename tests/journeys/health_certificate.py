# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job: the health-certificate ticket is in the queue, a draft survives kill -9, one key answers and records."""
import sys
import time

from display import Program, inside_session, key, wait, window_manager

DRAFT = "先告诉来电人：空腹带身份证"


def open_ticket(program):
    """The newest health-certificate ticket of the specialist's unit, by the look-up of its phone number."""
    wait(lambda: program.find("push button", "实时"), "the line is live", 120)
    key("F7")
    box = wait(lambda: program.find("text", "编号或电话"), "the look-up")
    box.get_editable_text_iface().set_text_contents("19900003173")

    def opened():
        # The hits come when they come, and the queue behind shows cells of the same words: press until it is open.
        found = program.find("label", "省庄镇就近办理健康证")
        if not found:
            key("Return")
            time.sleep(0.5)
        return found

    wait(opened, "the ticket is open")


def main():
    inside_session()
    command = [sys.argv[1], "--demo", "--lang", "zh", "--theme", "light", "--user", "sp01"]
    manager = window_manager()
    program = Program(command)
    try:
        open_ticket(program)
        key("r")
        answer = wait(lambda: program.find("text", "内容"), "the form of the direct answer")
        answer.get_editable_text_iface().set_text_contents(DRAFT)
        time.sleep(0.6)  # the promise is half a second
        program.kill()

        program = Program(command)
        open_ticket(program)
        key("r")
        wait(lambda: DRAFT in (program.text_of("text", "内容") or ""), "the draft has come back")
        wait(lambda: program.find("label", "已恢复草稿"), "it is said that it has")
        key("ctrl+i")
        key("ctrl+Return")
        wait(lambda: program.find("push button", "撤销"), "it is said that it was recorded, and can be taken back")
        wait(lambda: program.find("push button", "待传 0"), "the centre has it")
        print("answered and recorded")
    finally:
        program.end()
        manager.terminate()
    return 0


if __name__ == "__main__":
    sys.exit(main())
